insert into staff (name, title, roles, unit, active, place)
values ($1, $2, $3, $4, $5, (select coalesce(max(place), 0) + 1 from staff))
on conflict (name) do update set
    title = excluded.title, roles = excluded.roles, unit = excluded.unit, active = excluded.active
