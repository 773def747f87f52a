select 'received' as what, received as day, count(*) as cases from case_row
where received >= $1 and received <= $2 and ($3 = '' or agency = $3) and (restricted <= $4 or assignee = $5)
group by received
union all
select 'decided' as what, decided_on as day, count(*) as cases from case_row
where decided_on is not null and decided_on >= $1 and decided_on <= $2 and ($3 = '' or agency = $3) and (restricted <= $4 or assignee = $5)
group by decided_on
union all
select 'closed' as what, closed_on as day, count(*) as cases from case_row
where closed_on is not null and closed_on >= $1 and closed_on <= $2 and ($3 = '' or agency = $3) and (restricted <= $4 or assignee = $5)
group by closed_on
union all
select 'open' as what, received as day, count(*) as cases from case_row
where closed = 0 and ($3 = '' or agency = $3) and (restricted <= $4 or assignee = $5)
group by received
