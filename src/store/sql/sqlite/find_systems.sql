with hit as (
    select rowid as id, bm25(library_words, 0.0, 10.0, 1.0) as rank
    from library_words
    where library_words match $1
    order by 2
    limit $2 offset $3
),
placed as (select id, rank, row_number() over (order by rank) as place from hit)
select s.agency, s.agency_name, s.number, s.name, s.rescinded, s.revisions, coalesce(t.sections, '') as sections
from placed
join library_system s on s.id = placed.id
left join library_text t on t.id = placed.id and placed.place <= $4
order by placed.rank, s.agency, s.number
