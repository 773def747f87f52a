insert into case_names (place, words) values ($1, to_tsvector('simple', $2))
