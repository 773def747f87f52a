-- The day of the decision stands in the row, so that the workload is counted by the engine and no case is read for it.
alter table case_row add column decided_on text collate "C";
-- Days from receipt to the decision.
alter table case_row add column decide_days bigint;

-- Cases that are there already: the day from the ledger. The next append of a case writes what the fold says.
update case_row set decided_on = coalesce(
    (select min(l.on_day) from ledger l where l.case_number = case_row.number and l.event_type = 'decision-approved'),
    (select max(l.on_day) from ledger l where l.case_number = case_row.number and l.event_type = 'decided'))
where state in ('letter', 'dispatch', 'appeal', 'answered', 'closed');
update case_row set decide_days = greatest(0, decided_on::date - received::date)
where decided_on is not null;

create index case_row_received on case_row (received, agency, system, closed, restricted, assignee);
create index case_row_decided on case_row (decided_on, agency, system, kinds, decide_days, restricted, assignee)
where decided_on is not null;
create index case_row_closed on case_row (closed_on, agency, restricted, assignee) where closed_on is not null;
create index case_row_open on case_row (received, agency, restricted, assignee) where closed = 0;
