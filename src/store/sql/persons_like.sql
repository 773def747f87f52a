-- Each part takes the newest few from its own index, so that a frequent name costs no more than a rare one.
with hit as (
    select * from (
        select case_id, place, 'name' as same from person_seen
        where name_folded = $1 and name_folded <> '' order by case_id desc limit 100
    ) by_name
    union all
    select * from (
        select case_id, place, 'address' as same from person_seen
        where address_folded = $2 and address_folded <> '' order by case_id desc limit 100
    ) by_address
    union all
    select * from (
        select case_id, place, 'email' as same from person_seen
        where email_folded = $3 and email_folded <> '' order by case_id desc limit 100
    ) by_email
    union all
    select * from (
        select case_id, place, 'identifier' as same from person_key
        where hashed in ($4, $5, $6) order by case_id desc limit 100
    ) by_identifier
)
select r.number, r.requester, r.received, r.closed, p.role, p.place, hit.same
from hit
join person_seen p on p.case_id = hit.case_id and p.place = hit.place
join case_row r on r.id = hit.case_id
where r.number <> $7 and (r.restricted <= $8 or r.assignee = $9)
order by r.id desc, p.place
