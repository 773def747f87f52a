select name, title, roles from staff order by name
