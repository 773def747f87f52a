-- What came and waits: messages and scans that nobody has yet taken in as a request, put into a case or set aside. It is no
-- part of any case and not in the ledger; what is put into a case goes from here in the same transaction. Each is locked with
-- a key of its own, because it may hold a copy of an identity paper: without the row of the key, nobody can read it.
create table incoming (
    id text collate "C" not null primary key,
    form text collate "C" not null check (form in ('message', 'scan')),
    from_name text collate "C" not null,
    from_address text collate "C" not null,
    subject text collate "C" not null,
    received text collate "C" not null,
    parts bigint not null,
    -- A case that its words name.
    case_number text collate "C",
    media_type text collate "C" not null,
    sha256 text collate "C" not null unique,
    added_on text collate "C" not null,
    added_by text collate "C" not null,
    set_aside_on text collate "C",
    set_aside_by text collate "C",
    set_aside_why text collate "C",
    bytes bytea not null
);
create table incoming_key (
    incoming_id text collate "C" not null primary key references incoming (id),
    key bytea not null
);
