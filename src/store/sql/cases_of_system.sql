select number, version, agency, kinds, requester, system, state, next_words, next_by, due, received, closed
from case_row
where system = $1 and closed = 0
order by due, number
limit $2
