select p.id, p.case_number, p.sha256, p.identity, p.bytes, k.key
from paper p left join paper_key k on k.paper_id = p.id
where p.id > $1 and p.bytes is not null
order by p.id limit 4
