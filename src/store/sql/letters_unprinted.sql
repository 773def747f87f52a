select l.id, l.case_number from (
    select id, case_number, dated, size from letter order by id desc limit 20000
) l
where l.dated >= $1 and not exists (
    select 1 from ledger e
    where e.case_number = l.case_number and e.event_type in ('letter-printed', 'letter-posted', 'letter-emailed')
        and (e.body is null or e.body like '%' || l.id || '%')
)
order by l.id
