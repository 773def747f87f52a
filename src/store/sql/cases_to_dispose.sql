select number, version, agency, kinds, requester, system, state, step, clock, next_words, next_by, due, received, closed,
    assignee, unit, restricted, held, dispose_after
from case_row
-- Not by the index of closed cases: nearly all are closed.
where dispose_after is not null and dispose_after < $1 and closed + 0 = 1 and held = 0
order by dispose_after, number
limit 200
