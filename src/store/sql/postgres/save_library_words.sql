update library_system
set words = setweight(to_tsvector('simple', $3), 'A') || setweight(to_tsvector('simple', $4), 'D')
where id = $1 and $2 <> ''
