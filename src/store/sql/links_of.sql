select p.id, p.case_a, p.role_a, p.case_b, p.role_b, p.same, p.reason, p.undone_reason,
    m.at, m.on_day, m.by_name, u.at as u_at, u.on_day as u_on_day, u.by_name as u_by_name
from person_link p
join ledger m on m.seq = p.seq
left join ledger u on u.seq = p.undone_seq
where p.case_a = $1 or p.case_b = $1
order by p.id
