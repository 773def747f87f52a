with found as materialized (
    select rowid as id, bm25(library_words, 10.0, 1.0) as rank from library_words where library_words match $4
),
page as (
    select s.id, found.rank, count(*) over () as total
    from found join library_system s on s.id = found.id
    where $1 = '' or $1 like '%,' || s.agency || ',%'
    order by found.rank, s.agency, s.number
    limit $2 offset $3
)
select s.key, s.agency, s.agency_name, s.number, s.name, s.rescinded, s.revisions, s.sections, page.total
from page join library_system s on s.id = page.id
order by page.rank, s.agency, s.number
