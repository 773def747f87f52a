select number, version, agency, kinds, requester, system, state, step, clock, next_words, next_by, due, received, closed,
    assignee, unit, restricted, held, dispose_after
from case_row
where system = $1 and closed = 0 and (restricted <= $3 or assignee = $4)
order by due, number
limit $2
