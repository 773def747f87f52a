select agency, agency_name, number, name, rescinded, revisions, '' as sections, count(*) over () as total
from library_system
where $1 = '' or $1 like '%,' || agency || ',%'
order by agency, number
limit $2 offset $3
