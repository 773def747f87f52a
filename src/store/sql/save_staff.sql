insert into staff (name, title, roles, unit, active) values ($1, $2, $3, $4, $5)
on conflict (name) do update set
    title = excluded.title, roles = excluded.roles, unit = excluded.unit, active = excluded.active
