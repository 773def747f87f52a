delete from case_names where rowid in ($1, $2)
