-- The desk: the ledger, the rows that lists read, letters, the outbox, the catalogue.
-- Only text, bigint and bytes, so that one set of queries reads both engines (docs/decisions/0001).

create table ledger (
    seq integer not null primary key,
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
    -- In the order of taking in; the words of the case stand under it.
    id integer not null primary key,
    number text not null unique,
    version bigint not null,
    agency text not null,
    kinds text not null,
    requester text not null,
    system text,
    state text not null,
    -- The key of the next step and its words, and the most urgent open clock; empty for none.
    step text not null,
    clock text not null,
    next_words text not null,
    next_by text,
    -- The day to sort by: next_by, or a day after all others.
    due text not null,
    received text not null,
    closed bigint not null check (closed in (0, 1)),
    closed_on text,
    office text,
    -- Who works on it, and the unit of the office; empty for nobody.
    assignee text not null,
    unit text not null,
    -- Only for its assignee and for those who see all cases.
    restricted bigint not null check (restricted in (0, 1)),
    -- Kept for a court: nothing of it is disposed of.
    held bigint not null check (held in (0, 1)),
    dispose_after text,
    disposed bigint not null check (disposed in (0, 1)),
    changed_at text not null,
    changed_by text not null,
    -- The hash of what stands of the case in case_words and person_seen, so that an append leaves alone what is the same.
    found_by text not null
);
create index case_row_order on case_row (closed, due, number, agency, state, step, clock, assignee, unit, restricted);
create index case_row_assignee on case_row (assignee, closed, due, number);
create index case_row_unit on case_row (unit, closed, due, number);
create index case_row_system on case_row (system, closed, received);
create index case_row_disposal on case_row (dispose_after, number) where dispose_after is not null;

-- The words by which a case is found. Its row is the case's id, and 2^40 more while it is open: so the engine itself gives
-- open cases before closed ones and newer ones before older ones. Every beginning of a word is indexed; a word counts with
-- its first ten letters.
create virtual table case_words using fts5 (
    title, words, marks,
    content = '', contentless_delete = 1, detail = column, prefix = '1 2 3 4 5 6 7 8 9', tokenize = 'ascii'
);

-- The people of a case, folded as a search folds, to find who asked before. No identifier stands here in clear.
create table person_seen (
    case_id bigint not null references case_row (id),
    place bigint not null,
    role text not null check (role in ('requester', 'subject', 'representative')),
    name_folded text not null,
    address_folded text not null,
    email_folded text not null,
    primary key (case_id, place)
);
create index person_seen_name on person_seen (name_folded, case_id) where name_folded <> '';
create index person_seen_address on person_seen (address_folded, case_id) where address_folded <> '';
create index person_seen_email on person_seen (email_folded, case_id) where email_folded <> '';
create table person_key (
    hashed text not null,
    case_id bigint not null references case_row (id),
    place bigint not null,
    primary key (hashed, case_id, place)
);
create index person_key_case on person_key (case_id);

-- A person's word that two cases are about the same person, or not; the ledger has the entries seq and undone_seq about it.
create table person_link (
    id bigint not null primary key,
    seq bigint not null unique,
    case_a text not null references case_row (number),
    role_a text not null,
    case_b text not null references case_row (number),
    role_b text not null,
    same bigint not null check (same in (0, 1)),
    reason text not null,
    undone_seq bigint unique,
    undone_reason text,
    check ((undone_seq is null) = (undone_reason is null))
);
create index person_link_a on person_link (case_a);
create index person_link_b on person_link (case_b);

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

-- Scans and files of a case. Copies of identity papers are locked with a key of their own: without the row of the key,
-- nobody can read them.
create table paper (
    id text not null primary key,
    case_number text not null references case_row (number),
    name text not null,
    media_type text not null,
    sha256 text not null,
    size bigint not null,
    identity bigint not null check (identity in (0, 1)),
    added_on text not null,
    destroy_after text,
    destroyed_on text,
    bytes blob,
    check ((bytes is null) = (destroyed_on is not null))
);
create index paper_case on paper (case_number, id);
create index paper_due on paper (destroy_after, id) where destroyed_on is null and destroy_after is not null;
create table paper_key (
    paper_id text not null primary key references paper (id),
    key blob not null
);

create table mail (
    id text not null primary key,
    case_number text not null references case_row (number),
    letter_id text not null references letter (id),
    from_address text not null,
    to_address text not null,
    message_id text not null unique,
    -- Emptied when the case is disposed of.
    message blob,
    queued_on text not null,
    state text not null check (state in ('queued', 'sent', 'failed')),
    tries bigint not null,
    reason text
);
create index mail_waiting on mail (state, id);
create index mail_case on mail (case_number);

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
    roles text not null,
    unit text not null,
    active bigint not null check (active in (0, 1)),
    -- The order in which they came: the first is who made the desk.
    place bigint not null
);

create table saved_view (
    staff text not null,
    name text not null,
    filter text not null,
    primary key (staff, name)
);

create table watch (
    case_number text not null references case_row (number),
    staff text not null,
    primary key (case_number, staff)
);
create index watch_staff on watch (staff, case_number);

-- The accounting of disclosures. A wrong entry is struck and stays; the ledger has the entries seq and struck_seq about it.
create table disclosure (
    id text not null primary key,
    seq bigint not null unique,
    agency text not null,
    subject text not null,
    subject_folded text not null,
    system text not null,
    disclosed_on text not null,
    nature text not null,
    purpose text not null,
    recipient text not null,
    recipient_address text not null,
    basis text not null,
    case_number text,
    -- Hashed, one after the other, as person_key has them.
    identifiers text not null,
    struck_seq bigint unique,
    struck_reason text,
    check ((struck_seq is null) = (struck_reason is null))
);
create index disclosure_subject on disclosure (agency, subject_folded, disclosed_on);
create table disclosure_key (
    hashed text not null,
    disclosure_id text not null references disclosure (id),
    primary key (hashed, disclosure_id)
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

-- The head is always the newest entry.
create trigger ledger_moves_head after insert on ledger
begin
    update ledger_head set seq = new.seq, hash = new.hash where id = 1;
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

-- What a person said of two people stays as it was said. It may be undone once.
create trigger link_never_deleted before delete on person_link
begin
    select raise(abort, 'what was said of two people stays as it was said');
end;

create trigger link_never_replaced before insert on person_link
when exists (select 1 from person_link where id = new.id or seq = new.seq)
begin
    select raise(abort, 'what was said of two people stays as it was said');
end;

create trigger link_never_changed before update on person_link
when not (
    old.undone_seq is null and new.undone_seq is not null
    and new.id is old.id and new.seq is old.seq and new.case_a is old.case_a and new.role_a is old.role_a
    and new.case_b is old.case_b and new.role_b is old.role_b and new.same is old.same
    and new.reason is old.reason
)
begin
    select raise(abort, 'what was said of two people stays as it was said');
end;

-- An entry of the accounting stays as it was made. It may be struck once.
create trigger disclosure_never_deleted before delete on disclosure
begin
    select raise(abort, 'an entry of the accounting stays as it was made');
end;

create trigger disclosure_never_replaced before insert on disclosure
when exists (select 1 from disclosure where id = new.id or seq = new.seq)
begin
    select raise(abort, 'an entry of the accounting stays as it was made');
end;

create trigger disclosure_never_changed before update on disclosure
when not (
    old.struck_seq is null and new.struck_seq is not null
    and new.id is old.id and new.seq is old.seq and new.agency is old.agency and new.subject is old.subject
    and new.subject_folded is old.subject_folded and new.system is old.system
    and new.disclosed_on is old.disclosed_on and new.nature is old.nature and new.purpose is old.purpose
    and new.recipient is old.recipient and new.recipient_address is old.recipient_address
    and new.basis is old.basis and new.case_number is old.case_number and new.identifiers is old.identifiers
)
begin
    select raise(abort, 'an entry of the accounting stays as it was made');
end;

-- A paper stays as it came. It may be destroyed once, and its name with it.
create trigger paper_never_deleted before delete on paper
begin
    select raise(abort, 'a paper stays as it came');
end;

create trigger paper_never_replaced before insert on paper
when exists (select 1 from paper where id = new.id)
begin
    select raise(abort, 'a paper stays as it came');
end;

create trigger paper_never_changed before update on paper
when not (
    ((old.bytes is not null and new.bytes is null) or (old.destroyed_on is not null and new.name = ''))
    and new.id is old.id and new.case_number is old.case_number and new.media_type is old.media_type
    and new.sha256 is old.sha256 and new.size is old.size and new.identity is old.identity
    and new.added_on is old.added_on
)
begin
    select raise(abort, 'a paper stays as it came');
end;
