-- The desk: the ledger, the rows that lists read, letters, the outbox, the catalogue.
-- Only text, bigint and bytes, so that one set of queries reads both engines (docs/decisions/0001).

create table ledger (
    seq bigint not null primary key,
    scope text not null check (scope in ('case', 'desk')),
    case_number text,
    version bigint,
    id text not null unique,
    at text not null,
    on_day text not null,
    by_name text not null,
    event_type text not null,
    body text,
    body_sha256 text not null,
    prev_hash text not null,
    hash text not null,
    check ((scope = 'case') = (case_number is not null)),
    check ((scope = 'case') = (version is not null)),
    unique (case_number, version)
);

-- One row: whoever appends updates it first, so that appends come one after the other.
create table ledger_head (
    id bigint not null primary key check (id = 1),
    seq bigint not null,
    hash text not null
);
insert into ledger_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table case_row (
    number text not null primary key,
    version bigint not null,
    agency text not null,
    kinds text not null,
    requester text not null,
    system text,
    state text not null,
    next_words text not null,
    next_by text,
    -- The day to sort by: next_by, or a day after all others.
    due text not null,
    received text not null,
    closed bigint not null check (closed in (0, 1)),
    closed_on text,
    office text,
    changed_at text not null,
    changed_by text not null,
    search_text text not null
);
create index case_row_order on case_row (closed, due, number, agency, state);
create index case_row_system on case_row (system, closed, received);

create table case_counter (
    prefix text not null,
    year bigint not null,
    last bigint not null,
    primary key (prefix, year)
);

create table letter (
    id text not null primary key,
    case_number text not null references case_row (number),
    kind text not null,
    name text not null,
    dated text not null,
    sha256 text not null,
    size bigint not null,
    bytes blob
);
create index letter_case on letter (case_number);

create table mail (
    id text not null primary key,
    case_number text not null references case_row (number),
    letter_id text not null references letter (id),
    from_address text not null,
    to_address text not null,
    message_id text not null unique,
    message blob not null,
    queued_on text not null,
    state text not null check (state in ('queued', 'sent', 'failed')),
    tries bigint not null,
    reason text
);
create index mail_waiting on mail (state, id);

create table revision (
    agency text not null,
    -- The number that the system goes by now, in letters and digits only.
    key text not null,
    number text not null,
    effective_from text not null,
    source text not null,
    body text not null,
    primary key (agency, number, effective_from, source)
);

create index revision_key on revision (key);

-- Every system of the library as its newest revision has it; the built-in ones too.
create table library_system (
    key text not null primary key,
    id bigint not null unique,
    agency text not null,
    agency_name text not null,
    number text not null,
    name text not null,
    rescinded bigint not null check (rescinded in (0, 1)),
    revisions text not null
);
create index library_system_order on library_system (agency, number);

-- The words of its newest revision: apart, so that lists read small rows.
create table library_text (
    id bigint not null primary key references library_system (id) on delete cascade,
    sections text not null
);
create virtual table library_words using fts5 (
    agency, title, words,
    content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = 'ascii'
);

-- What a person put right in what was understood of a notice. The published words are never changed.
create table correction (
    id text not null primary key,
    key text not null,
    number text not null,
    effective_from text not null,
    fact text not null,
    body text not null,
    reason text not null,
    by_name text not null,
    on_day text not null,
    unique (key, effective_from, fact)
);

create table setting (
    name text not null primary key,
    value text not null
);

create table staff (
    name text not null primary key,
    title text not null,
    roles text not null
);

-- The office's corrections to the rulebooks; the ledger has the entries seq and withdrawn_seq about each.
create table overrides (
    id bigint not null primary key,
    seq bigint not null unique,
    body text not null,
    reason text not null,
    withdrawn_seq bigint unique,
    withdrawn_reason text,
    check ((withdrawn_seq is null) = (withdrawn_reason is null))
);

-- The ledger is append-only. A body may be emptied once, when records are disposed of; its hash stays.
create trigger ledger_never_deleted before delete on ledger
begin
    select raise(abort, 'the ledger is append-only');
end;

-- `insert or replace` deletes without asking the trigger above.
create trigger ledger_never_replaced before insert on ledger
when exists (
    select 1 from ledger
    where seq = new.seq or id = new.id or (case_number = new.case_number and version = new.version)
)
begin
    select raise(abort, 'the ledger is append-only');
end;

create trigger ledger_never_changed before update on ledger
when not (
    old.body is not null and new.body is null
    and new.seq is old.seq and new.scope is old.scope and new.case_number is old.case_number
    and new.version is old.version and new.id is old.id and new.at is old.at and new.on_day is old.on_day
    and new.by_name is old.by_name and new.event_type is old.event_type and new.body_sha256 is old.body_sha256
    and new.prev_hash is old.prev_hash and new.hash is old.hash
)
begin
    select raise(abort, 'the ledger is append-only');
end;

-- An issued letter is frozen. Its bytes may be emptied once, when records are disposed of.
create trigger letter_never_deleted before delete on letter
begin
    select raise(abort, 'an issued letter is frozen');
end;

create trigger letter_never_replaced before insert on letter
when exists (select 1 from letter where id = new.id)
begin
    select raise(abort, 'an issued letter is frozen');
end;

create trigger letter_never_changed before update on letter
when not (
    old.bytes is not null and new.bytes is null
    and new.id is old.id and new.case_number is old.case_number and new.kind is old.kind and new.name is old.name
    and new.dated is old.dated and new.sha256 is old.sha256 and new.size is old.size
)
begin
    select raise(abort, 'an issued letter is frozen');
end;

-- A correction stays as it was taken. It may be withdrawn once.
create trigger override_never_deleted before delete on overrides
begin
    select raise(abort, 'a correction stays as it was taken');
end;

create trigger override_never_replaced before insert on overrides
when exists (select 1 from overrides where id = new.id or seq = new.seq)
begin
    select raise(abort, 'a correction stays as it was taken');
end;

create trigger override_never_changed before update on overrides
when not (
    old.withdrawn_seq is null and new.withdrawn_seq is not null
    and new.id is old.id and new.seq is old.seq and new.body is old.body and new.reason is old.reason
)
begin
    select raise(abort, 'a correction stays as it was taken');
end;
