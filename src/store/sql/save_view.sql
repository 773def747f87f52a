insert into saved_view (staff, name, filter) values ($1, $2, $3)
on conflict (staff, name) do update set filter = excluded.filter
