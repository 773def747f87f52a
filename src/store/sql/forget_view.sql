delete from saved_view where staff = $1 and name = $2
