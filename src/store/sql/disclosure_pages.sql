select d.id, d.seq, d.agency, d.subject, d.system, d.disclosed_on, d.nature, d.purpose, d.recipient, d.recipient_address,
    d.basis, d.case_number, d.identifiers, d.struck_reason, d.struck_seq as undone_seq
from disclosure d
where d.seq > $1
order by d.seq limit 100
