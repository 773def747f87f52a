delete from library_system where key = $1
