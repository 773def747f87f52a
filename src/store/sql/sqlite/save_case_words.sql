insert into case_words (rowid, title, words, marks) values ($1, $2, $3, $4)
