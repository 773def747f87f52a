insert into staff (name, title, roles) values ($1, $2, $3)
on conflict (name) do update set title = excluded.title, roles = excluded.roles
