insert into case_words (place, words)
values ($1, setweight(to_tsvector('simple', $2), 'D') || setweight(to_tsvector('simple', $3), 'C'))
