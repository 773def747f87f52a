delete from case_names where place in ($1, $2)
