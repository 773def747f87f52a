insert into case_names (rowid, title) values ($1, $2)
