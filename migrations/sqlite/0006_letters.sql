-- Letters before and after issue: what was edited by hand in a draft, and what an issued letter was made from.

-- One draft for each letter that a case can have. Nothing is decided by it, so it stands in no ledger.
create table letter_draft (
    case_number text not null references case_row (number),
    kind text not null,
    recipient bigint not null,
    language text not null,
    revision bigint not null,
    edits text not null,
    by_name text not null,
    primary key (case_number, kind, recipient, language)
);

-- The composed letter in JSON; its hash stands in the event that issued the letter.
create table letter_source (
    letter text not null primary key references letter (id),
    body text
);

create trigger letter_source_never_deleted before delete on letter_source
begin
    select raise(abort, 'an issued letter is frozen');
end;

create trigger letter_source_never_replaced before insert on letter_source
when exists (select 1 from letter_source where letter = new.letter)
begin
    select raise(abort, 'an issued letter is frozen');
end;

create trigger letter_source_never_changed before update on letter_source
when not (old.body is not null and new.body is null and new.letter is old.letter)
begin
    select raise(abort, 'an issued letter is frozen');
end;
