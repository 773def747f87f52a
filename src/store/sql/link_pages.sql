select id, seq, case_a, role_a, case_b, role_b, same, reason, undone_seq, undone_reason
from person_link where seq > $1 order by seq limit 100
