insert into case_row
    (number, version, agency, kinds, requester, system, state, next_words, next_by, due, received, closed,
     changed_at, changed_by, search_text, closed_on, office)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
on conflict (number) do update set
    version = excluded.version, agency = excluded.agency, kinds = excluded.kinds, requester = excluded.requester,
    system = excluded.system, state = excluded.state, next_words = excluded.next_words, next_by = excluded.next_by,
    due = excluded.due, received = excluded.received, closed = excluded.closed, changed_at = excluded.changed_at,
    changed_by = excluded.changed_by, search_text = excluded.search_text,
    closed_on = excluded.closed_on, office = excluded.office
