select l.id, l.case_number, l.sha256, l.bytes, s.body as source
from letter l left join letter_source s on s.letter = l.id
where l.id > $1 order by l.id limit 20
