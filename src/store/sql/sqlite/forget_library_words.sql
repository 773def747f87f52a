delete from library_words where rowid = (select id from library_system where key = $1)
