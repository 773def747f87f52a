select number, version, agency, kinds, requester, system, state, next_words, next_by, due, received, closed
from case_row
where (closed, due, number) > ($1, $2, $3)
    and closed <= $4
    and ($5 = '' or agency = $5)
    and ($6 = '' or state = $6)
order by closed, due, number
limit $7
