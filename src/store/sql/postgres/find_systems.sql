with hit as (
    select id, ts_rank(words, to_tsquery('simple', $1)) as rank
    from library_system
    where words @@ to_tsquery('simple', $1) and ($5 = '' or $5 like '%,' || agency || ',%')
    order by 2 desc, agency, number
    limit $2 offset $3
),
placed as (select id, rank, row_number() over (order by rank desc) as place from hit)
select s.agency, s.agency_name, s.number, s.name, s.rescinded, s.revisions, coalesce(t.sections, '') as sections
from placed
join library_system s on s.id = placed.id
left join library_text t on t.id = placed.id and placed.place <= $4
order by placed.rank desc, s.agency, s.number
