-- Letters before and after issue: what was edited by hand in a draft, and what an issued letter was made from.

-- One draft for each letter that a case can have. Nothing is decided by it, so it stands in no ledger.
create table letter_draft (
    case_number text collate "C" not null references case_row (number),
    kind text collate "C" not null,
    recipient bigint not null,
    language text collate "C" not null,
    revision bigint not null,
    edits text collate "C" not null,
    by_name text collate "C" not null,
    primary key (case_number, kind, recipient, language)
);

-- The composed letter in JSON; its hash stands in the event that issued the letter.
create table letter_source (
    letter text collate "C" not null primary key references letter (id),
    body text collate "C"
);

create function letter_source_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.body is not null and new.body is null and new.letter = old.letter then
            return new;
        end if;
    end if;
    raise exception 'an issued letter is frozen';
end
$$;
create trigger letter_source_never_changed before update or delete on letter_source
for each row execute function letter_source_is_frozen();
create trigger letter_source_never_emptied before truncate on letter_source
for each statement execute function letter_source_is_frozen();
