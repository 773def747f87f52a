-- The head of the ledger and the row of a case in one question: whoever writes to a file has locked it already.
select h.seq, h.hash, r.id, r.number, r.version, r.changed_at, r.changed_by, r.found_by, r.disposed, r.agency, r.kinds,
    r.requester, r.system, r.state, r.step, r.clock, r.next_words, r.next_by, r.received, r.closed, r.closed_on, r.decided_on, r.office,
    r.assignee, r.unit, r.restricted, r.held, r.dispose_after
from ledger_head h left join case_row r on r.number = $1
where h.id = 1
