select name, filter from saved_view where staff = $1 order by name
