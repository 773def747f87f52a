select p.id, p.sha256, p.identity, p.bytes, k.key
from paper p left join paper_key k on k.paper_id = p.id
where p.id = $1 and p.case_number = $2 and p.bytes is not null
