select d.id, d.agency, d.subject, d.system, d.disclosed_on, d.nature, d.purpose, d.recipient, d.recipient_address, d.basis,
    d.case_number, d.struck_reason, m.at, m.on_day, m.by_name, s.at as s_at, s.on_day as s_on_day, s.by_name as s_by_name
from disclosure d
join ledger m on m.seq = d.seq
left join ledger s on s.seq = d.struck_seq
where d.id in (
        select id from disclosure where agency = $1 and subject_folded = $2 and subject_folded <> ''
        union
        select disclosure_id from disclosure_key where hashed = $3
    )
    -- Not by the index of agencies, under which far more entries stand than under a name.
    and d.agency || '' = $1
    and ($4 = '' or d.system = $4)
order by d.disclosed_on, d.seq
