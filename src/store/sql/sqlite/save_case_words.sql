insert into case_words (rowid, words, marks) values ($1, $2, $3)
