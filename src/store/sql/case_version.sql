select id, number, version, changed_at, changed_by, found_by, disposed, agency, kinds, requester, system, state, step, clock, next_words,
    next_by, received, closed, closed_on, office, assignee, unit, restricted, held, dispose_after
from case_row where number = $1
