select p.id, p.case_number, p.name, p.media_type, p.sha256, p.size, p.identity, p.added_on, p.destroy_after, p.destroyed_on
from paper p join case_row r on r.number = p.case_number
where p.destroyed_on is null and p.destroy_after is not null and p.destroy_after < $1 and r.held = 0
order by p.destroy_after, p.id
limit 200
