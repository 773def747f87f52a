-- What somebody typed into a form and has not yet given to the desk. It is no part of any case and not in the ledger; the
-- desk's file encrypts it like everything else. A disposed case takes the drafts about it along.
create table draft (
    staff text not null,
    form text not null,
    case_number text not null,
    body text not null,
    saved_at text not null,
    primary key (staff, form)
);
create index draft_case on draft (case_number);
