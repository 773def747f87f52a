update library_system
set words = setweight(to_tsvector('simple', $2), 'A') || setweight(to_tsvector('simple', $3), 'D')
where id = $1
