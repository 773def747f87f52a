-- Each part takes no more rows than the pages so far can show, so that a word which stands everywhere costs no more.
with hit as (
    select id, min(place) as place
    from (
        select * from (select rowid as id, 0 as place from library_words where library_words match $1 limit $4)
        union all
        select * from (select rowid as id, 1 as place from library_words where library_words match $2 limit $4)
        union all
        select * from (select rowid as id, 2 as place from library_words where library_words match $3 limit $4)
    )
    group by id
    order by 2, 1
    limit $5 offset $6
),
numbered as (select id, place, row_number() over (order by place, id) as nth from hit)
select s.agency, s.agency_name, s.number, s.name, s.rescinded, s.revisions, coalesce(t.sections, '') as sections
from numbered
join library_system s on s.id = numbered.id
left join library_text t on t.id = numbered.id and numbered.nth <= $7
order by numbered.nth
