select coalesce((select id from library_system where key = $1), (select coalesce(max(id), 0) + 1 from library_system)) as id
