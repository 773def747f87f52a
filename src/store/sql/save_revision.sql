insert into revision (agency, key, number, effective_from, source, body)
values ($1, $2, $3, $4, $5, $6)
on conflict (agency, number, effective_from, source) do update set body = excluded.body
