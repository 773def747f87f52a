insert into case_words (place, words)
values ($1, setweight(to_tsvector('simple', $2), 'A') || setweight(to_tsvector('simple', $3), 'D')
    || setweight(to_tsvector('simple', $4), 'C'))
