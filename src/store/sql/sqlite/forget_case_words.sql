delete from case_words where rowid in ($1, $2)
