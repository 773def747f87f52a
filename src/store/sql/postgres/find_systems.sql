with hit as (
    select id, ts_rank(words, to_tsquery('simple', $4)) as rank, agency, number, count(*) over () as total
    from library_system
    where words @@ to_tsquery('simple', $4) and ($1 = '' or $1 like '%,' || agency || ',%')
    order by 2 desc, agency, number
    limit $2 offset $3
)
select s.key, s.agency, s.agency_name, s.number, s.name, s.rescinded, s.revisions, s.sections, hit.total
from hit join library_system s on s.id = hit.id
order by hit.rank desc, s.agency, s.number
