insert into correction (id, key, number, effective_from, fact, body, reason, by_name, on_day)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (key, effective_from, fact) do update set
    id = excluded.id, number = excluded.number, body = excluded.body, reason = excluded.reason,
    by_name = excluded.by_name, on_day = excluded.on_day
