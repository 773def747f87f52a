insert or replace into library_words (rowid, title, words) values ($1, $2, $3)
