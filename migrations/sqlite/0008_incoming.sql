-- What came and waits: messages and scans that nobody has yet taken in as a request, put into a case or set aside. It is no
-- part of any case and not in the ledger; what is put into a case goes from here in the same transaction. Each is locked with
-- a key of its own, because it may hold a copy of an identity paper: without the row of the key, nobody can read it.
create table incoming (
    id text not null primary key,
    form text not null check (form in ('message', 'scan')),
    from_name text not null,
    from_address text not null,
    subject text not null,
    received text not null,
    parts bigint not null,
    -- A case that its words name.
    case_number text,
    media_type text not null,
    sha256 text not null unique,
    added_on text not null,
    added_by text not null,
    set_aside_on text,
    set_aside_by text,
    set_aside_why text,
    bytes blob not null
);
create table incoming_key (
    incoming_id text not null primary key references incoming (id),
    key blob not null
);
