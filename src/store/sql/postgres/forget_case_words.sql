delete from case_words where place in ($1, $2)
