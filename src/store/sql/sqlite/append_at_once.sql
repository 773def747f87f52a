-- One entry of a case of which lists show the same before and after, on top of the newest entry; nothing where another is the
-- newest, the case is at another version, or its row is not as it is given. The triggers move head and version along.
insert into ledger
    (seq, scope, case_number, version, id, at, on_day, by_name, event_type, body, body_sha256, prev_hash, hash)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
from ledger_head h join case_row r on r.number = $3
where h.id = 1 and h.seq = $1 - 1 and h.hash = $12 and r.version = $14 and r.disposed = 0 and r.found_by = $36
    and (r.agency, r.kinds, r.requester, r.system, r.state, r.step, r.clock, r.next_words, r.next_by, r.due, r.received,
        r.closed, r.closed_on, r.office, r.assignee, r.unit, r.restricted, r.held, r.dispose_after, r.decided_on, r.decide_days)
    is ($15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
        $26, $27, $28, $29, $30, $31, $32, $33, $34, $35)
