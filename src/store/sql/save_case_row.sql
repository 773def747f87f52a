insert into case_row
    (id, number, version, agency, kinds, requester, system, state, step, clock, next_words, next_by, due, received,
     closed, closed_on, office, assignee, unit, restricted, held, dispose_after, disposed, changed_at, changed_by, found_by,
     decided_on, decide_days)
values ((select coalesce(max(id), 0) + 1 from case_row), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
    $14, $15, $16, $17, $18, $19, $20, $21, 0, $25, $26, $24,
    $22, $23)
on conflict (number) do update set
    version = excluded.version, agency = excluded.agency, kinds = excluded.kinds, requester = excluded.requester,
    system = excluded.system, state = excluded.state, step = excluded.step, clock = excluded.clock,
    next_words = excluded.next_words, next_by = excluded.next_by, due = excluded.due, received = excluded.received,
    closed = excluded.closed, closed_on = excluded.closed_on, office = excluded.office, assignee = excluded.assignee,
    unit = excluded.unit, restricted = excluded.restricted, held = excluded.held, dispose_after = excluded.dispose_after,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by, found_by = excluded.found_by,
    decided_on = excluded.decided_on, decide_days = excluded.decide_days
returning id
