select count(*) as total from library_system
where words @@ to_tsquery('simple', $1) and ($2 = '' or $2 like '%,' || agency || ',%')
