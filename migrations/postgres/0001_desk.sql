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
    -- In the order of taking in; the words of the case stand under it.
    id bigint not null primary key,
    number text collate "C" not null unique,
    version bigint not null,
    agency text collate "C" not null,
    kinds text collate "C" not null,
    requester text collate "C" not null,
    system text collate "C",
    state text collate "C" not null,
    -- The key of the next step and its words, and the most urgent open clock; empty for none.
    step text collate "C" not null,
    clock text collate "C" not null,
    next_words text collate "C" not null,
    next_by text collate "C",
    -- The day to sort by: next_by, or a day after all others.
    due text collate "C" not null,
    received text collate "C" not null,
    closed bigint not null check (closed in (0, 1)),
    closed_on text collate "C",
    office text collate "C",
    -- Who works on it, and the unit of the office; empty for nobody.
    assignee text collate "C" not null,
    unit text collate "C" not null,
    -- Only for its assignee and for those who see all cases.
    restricted bigint not null check (restricted in (0, 1)),
    -- Kept for a court: nothing of it is disposed of.
    held bigint not null check (held in (0, 1)),
    dispose_after text collate "C",
    disposed bigint not null check (disposed in (0, 1)),
    changed_at text collate "C" not null,
    changed_by text collate "C" not null,
    -- The hash of what stands of the case in case_words and person_seen, so that an append leaves alone what is the same.
    found_by text collate "C" not null
);
create index case_row_order on case_row (closed, due, number, agency, state, step, clock, assignee, unit, restricted);
create index case_row_assignee on case_row (assignee, closed, due, number);
create index case_row_unit on case_row (unit, closed, due, number);
create index case_row_system on case_row (system, closed, received);
create index case_row_disposal on case_row (dispose_after, number) where dispose_after is not null;

-- The words by which a case is found. Its row is the case's id, and 2^40 more while it is open: so the engine itself gives
-- open cases before closed ones and newer ones before older ones. Every beginning of a word is indexed; a word counts with
-- its first ten letters.
create table case_words (
    place bigint not null primary key,
    words tsvector not null
);
create index case_words_found on case_words using gin (words);

-- The people of a case, folded as a search folds, to find who asked before. No identifier stands here in clear.
create table person_seen (
    case_id bigint not null references case_row (id),
    place bigint not null,
    role text collate "C" not null check (role in ('requester', 'subject', 'representative')),
    name_folded text collate "C" not null,
    address_folded text collate "C" not null,
    email_folded text collate "C" not null,
    primary key (case_id, place)
);
create index person_seen_name on person_seen (name_folded, case_id) where name_folded <> '';
create index person_seen_address on person_seen (address_folded, case_id) where address_folded <> '';
create index person_seen_email on person_seen (email_folded, case_id) where email_folded <> '';
create table person_key (
    hashed text collate "C" not null,
    case_id bigint not null references case_row (id),
    place bigint not null,
    primary key (hashed, case_id, place)
);
create index person_key_case on person_key (case_id);

-- A person's word that two cases are about the same person, or not; the ledger has the entries seq and undone_seq about it.
create table person_link (
    id bigint not null primary key,
    seq bigint not null unique,
    case_a text collate "C" not null references case_row (number),
    role_a text collate "C" not null,
    case_b text collate "C" not null references case_row (number),
    role_b text collate "C" not null,
    same bigint not null check (same in (0, 1)),
    reason text collate "C" not null,
    undone_seq bigint unique,
    undone_reason text collate "C",
    check ((undone_seq is null) = (undone_reason is null))
);
create index person_link_a on person_link (case_a);
create index person_link_b on person_link (case_b);

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

-- Scans and files of a case. Copies of identity papers are locked with a key of their own: without the row of the key,
-- nobody can read them.
create table paper (
    id text collate "C" not null primary key,
    case_number text collate "C" not null references case_row (number),
    name text collate "C" not null,
    media_type text collate "C" not null,
    sha256 text collate "C" not null,
    size bigint not null,
    identity bigint not null check (identity in (0, 1)),
    added_on text collate "C" not null,
    destroy_after text collate "C",
    destroyed_on text collate "C",
    bytes bytea,
    check ((bytes is null) = (destroyed_on is not null))
);
create index paper_case on paper (case_number, id);
create index paper_due on paper (destroy_after, id) where destroyed_on is null and destroy_after is not null;
create table paper_key (
    paper_id text collate "C" not null primary key references paper (id),
    key bytea not null
);

create table mail (
    id text collate "C" not null primary key,
    case_number text collate "C" not null references case_row (number),
    letter_id text collate "C" not null references letter (id),
    from_address text collate "C" not null,
    to_address text collate "C" not null,
    message_id text collate "C" not null unique,
    -- Emptied when the case is disposed of.
    message bytea,
    queued_on text collate "C" not null,
    state text collate "C" not null check (state in ('queued', 'sent', 'failed')),
    tries bigint not null,
    reason text collate "C"
);
create index mail_waiting on mail (state, id);
create index mail_case on mail (case_number);

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
    roles text collate "C" not null,
    unit text collate "C" not null,
    active bigint not null check (active in (0, 1)),
    -- The order in which they came: the first is who made the desk.
    place bigint not null
);

create table saved_view (
    staff text collate "C" not null,
    name text collate "C" not null,
    filter text collate "C" not null,
    primary key (staff, name)
);

create table watch (
    case_number text collate "C" not null references case_row (number),
    staff text collate "C" not null,
    primary key (case_number, staff)
);
create index watch_staff on watch (staff, case_number);

-- The accounting of disclosures. A wrong entry is struck and stays; the ledger has the entries seq and struck_seq about it.
create table disclosure (
    id text collate "C" not null primary key,
    seq bigint not null unique,
    agency text collate "C" not null,
    subject text collate "C" not null,
    subject_folded text collate "C" not null,
    system text collate "C" not null,
    disclosed_on text collate "C" not null,
    nature text collate "C" not null,
    purpose text collate "C" not null,
    recipient text collate "C" not null,
    recipient_address text collate "C" not null,
    basis text collate "C" not null,
    case_number text collate "C",
    -- Hashed, one after the other, as person_key has them.
    identifiers text collate "C" not null,
    struck_seq bigint unique,
    struck_reason text collate "C",
    check ((struck_seq is null) = (struck_reason is null))
);
create index disclosure_subject on disclosure (agency, subject_folded, disclosed_on);
create table disclosure_key (
    hashed text collate "C" not null,
    disclosure_id text collate "C" not null references disclosure (id),
    primary key (hashed, disclosure_id)
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

-- The head is always the newest entry.
create function ledger_head_moves() returns trigger language plpgsql as $$
begin
    update ledger_head set seq = new.seq, hash = new.hash where id = 1;
    return null;
end
$$;
create trigger ledger_moves_head after insert on ledger
for each row execute function ledger_head_moves();

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

-- What a person said of two people stays as it was said. It may be undone once.
create function link_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.undone_seq is null and new.undone_seq is not null
            and (new.id, new.seq, new.case_a, new.role_a, new.case_b, new.role_b, new.same, new.reason)
              = (old.id, old.seq, old.case_a, old.role_a, old.case_b, old.role_b, old.same, old.reason)
        then
            return new;
        end if;
    end if;
    raise exception 'what was said of two people stays as it was said';
end
$$;
create trigger link_never_changed before update or delete on person_link
for each row execute function link_is_frozen();
create trigger link_never_emptied before truncate on person_link
for each statement execute function link_is_frozen();

-- An entry of the accounting stays as it was made. It may be struck once.
create function disclosure_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.struck_seq is null and new.struck_seq is not null
            and (new.id, new.seq, new.agency, new.subject, new.subject_folded, new.system, new.disclosed_on, new.nature, new.purpose, new.recipient, new.recipient_address, new.basis, new.identifiers)
              = (old.id, old.seq, old.agency, old.subject, old.subject_folded, old.system, old.disclosed_on, old.nature, old.purpose, old.recipient, old.recipient_address, old.basis, old.identifiers)
            and new.case_number is not distinct from old.case_number
        then
            return new;
        end if;
    end if;
    raise exception 'an entry of the accounting stays as it was made';
end
$$;
create trigger disclosure_never_changed before update or delete on disclosure
for each row execute function disclosure_is_frozen();
create trigger disclosure_never_emptied before truncate on disclosure
for each statement execute function disclosure_is_frozen();

-- A paper stays as it came. It may be destroyed once, and its name with it.
create function paper_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if ((old.bytes is not null and new.bytes is null) or (old.destroyed_on is not null and new.name = ''))
            and (new.id, new.case_number, new.media_type, new.sha256, new.size, new.identity, new.added_on)
              = (old.id, old.case_number, old.media_type, old.sha256, old.size, old.identity, old.added_on)
        then
            return new;
        end if;
    end if;
    raise exception 'a paper stays as it came';
end
$$;
create trigger paper_never_changed before update or delete on paper
for each row execute function paper_is_frozen();
create trigger paper_never_emptied before truncate on paper
for each statement execute function paper_is_frozen();
