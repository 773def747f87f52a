insert or replace into library_words (rowid, agency, title, words) values ($1, $2, $3, $4)
