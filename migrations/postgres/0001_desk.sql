-- The desk: the ledger, the rows that lists read, letters, the outbox, the catalogue.
-- Only text, bigint and bytes, so that one set of queries reads both engines (docs/decisions/0001).

create table ledger (
    seq bigint not null primary key,
    scope text collate "C" not null check (scope in ('case', 'desk')),
    case_number text collate "C",
    version bigint,
    id text collate "C" not null unique,
    at text collate "C" not null,
    on_day text collate "C" not null,
    by_name text collate "C" not null,
    event_type text collate "C" not null,
    body text collate "C",
    body_sha256 text collate "C" not null,
    prev_hash text collate "C" not null,
    hash text collate "C" not null,
    check ((scope = 'case') = (case_number is not null)),
    check ((scope = 'case') = (version is not null)),
    unique (case_number, version)
);

-- One row: whoever appends updates it first, so that appends come one after the other.
create table ledger_head (
    id bigint not null primary key check (id = 1),
    seq bigint not null,
    hash text collate "C" not null
);
insert into ledger_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table case_row (
    number text collate "C" not null primary key,
    version bigint not null,
    agency text collate "C" not null,
    kinds text collate "C" not null,
    requester text collate "C" not null,
    system text collate "C",
    state text collate "C" not null,
    next_words text collate "C" not null,
    next_by text collate "C",
    -- The day to sort by: next_by, or a day after all others.
    due text collate "C" not null,
    received text collate "C" not null,
    closed bigint not null check (closed in (0, 1)),
    closed_on text collate "C",
    office text collate "C",
    changed_at text collate "C" not null,
    changed_by text collate "C" not null,
    search_text text collate "C" not null
);
create index case_row_order on case_row (closed, due, number, agency, state);
create index case_row_system on case_row (system, closed, received);

create table case_counter (
    prefix text collate "C" not null,
    year bigint not null,
    last bigint not null,
    primary key (prefix, year)
);

create table letter (
    id text collate "C" not null primary key,
    case_number text collate "C" not null references case_row (number),
    kind text collate "C" not null,
    name text collate "C" not null,
    dated text collate "C" not null,
    sha256 text collate "C" not null,
    size bigint not null,
    bytes bytea
);
create index letter_case on letter (case_number);

create table mail (
    id text collate "C" not null primary key,
    case_number text collate "C" not null references case_row (number),
    letter_id text collate "C" not null references letter (id),
    from_address text collate "C" not null,
    to_address text collate "C" not null,
    message_id text collate "C" not null unique,
    message bytea not null,
    queued_on text collate "C" not null,
    state text collate "C" not null check (state in ('queued', 'sent', 'failed')),
    tries bigint not null,
    reason text collate "C"
);
create index mail_waiting on mail (state, id);

create table revision (
    agency text collate "C" not null,
    -- The number that the system goes by now, in letters and digits only.
    key text collate "C" not null,
    number text collate "C" not null,
    effective_from text collate "C" not null,
    source text collate "C" not null,
    body text collate "C" not null,
    primary key (agency, number, effective_from, source)
);

create index revision_key on revision (key);

-- Every system of the library as its newest revision has it; the built-in ones too.
create table library_system (
    key text collate "C" not null primary key,
    id bigint not null unique,
    agency text collate "C" not null,
    agency_name text collate "C" not null,
    number text collate "C" not null,
    name text collate "C" not null,
    rescinded bigint not null check (rescinded in (0, 1)),
    revisions text collate "C" not null,
    words tsvector not null default ''
);
create index library_system_order on library_system (agency, number);

-- The words of its newest revision: apart, so that lists read small rows.
create table library_text (
    id bigint not null primary key references library_system (id) on delete cascade,
    sections text collate "C" not null
);
create index library_words on library_system using gin (words);

-- What a person put right in what was understood of a notice. The published words are never changed.
create table correction (
    id text collate "C" not null primary key,
    key text collate "C" not null,
    number text collate "C" not null,
    effective_from text collate "C" not null,
    fact text collate "C" not null,
    body text collate "C" not null,
    reason text collate "C" not null,
    by_name text collate "C" not null,
    on_day text collate "C" not null,
    unique (key, effective_from, fact)
);

create table setting (
    name text collate "C" not null primary key,
    value text collate "C" not null
);

create table staff (
    name text collate "C" not null primary key,
    title text collate "C" not null,
    roles text collate "C" not null
);

-- The office's corrections to the rulebooks; the ledger has the entries seq and withdrawn_seq about each.
create table overrides (
    id bigint not null primary key,
    seq bigint not null unique,
    body text collate "C" not null,
    reason text collate "C" not null,
    withdrawn_seq bigint unique,
    withdrawn_reason text collate "C",
    check ((withdrawn_seq is null) = (withdrawn_reason is null))
);

-- The ledger is append-only. A body may be emptied once, when records are disposed of; its hash stays.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.body is not null and new.body is null
            and (new.seq, new.scope, new.id, new.at, new.on_day, new.by_name, new.event_type, new.body_sha256,
                 new.prev_hash, new.hash)
              = (old.seq, old.scope, old.id, old.at, old.on_day, old.by_name, old.event_type, old.body_sha256,
                 old.prev_hash, old.hash)
            and new.case_number is not distinct from old.case_number
            and new.version is not distinct from old.version
        then
            return new;
        end if;
    end if;
    raise exception 'the ledger is append-only';
end
$$;
create trigger ledger_never_changed before update or delete on ledger
for each row execute function ledger_is_append_only();
create trigger ledger_never_emptied before truncate on ledger
for each statement execute function ledger_is_append_only();

-- An issued letter is frozen. Its bytes may be emptied once, when records are disposed of.
create function letter_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.bytes is not null and new.bytes is null
            and (new.id, new.case_number, new.kind, new.name, new.dated, new.sha256, new.size)
              = (old.id, old.case_number, old.kind, old.name, old.dated, old.sha256, old.size)
        then
            return new;
        end if;
    end if;
    raise exception 'an issued letter is frozen';
end
$$;
create trigger letter_never_changed before update or delete on letter
for each row execute function letter_is_frozen();
create trigger letter_never_emptied before truncate on letter
for each statement execute function letter_is_frozen();

-- A correction stays as it was taken. It may be withdrawn once.
create function override_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.withdrawn_seq is null and new.withdrawn_seq is not null
            and (new.id, new.seq, new.body, new.reason) = (old.id, old.seq, old.body, old.reason)
        then
            return new;
        end if;
    end if;
    raise exception 'a correction stays as it was taken';
end
$$;
create trigger override_never_changed before update or delete on overrides
for each row execute function override_is_frozen();
create trigger override_never_emptied before truncate on overrides
for each statement execute function override_is_frozen();
