select agency, system, kinds, decide_days, count(*) as cases from case_row
where decided_on is not null and decided_on >= $1 and decided_on <= $2 and ($3 = '' or agency = $3) and (restricted <= $4 or assignee = $5)
group by agency, system, kinds, decide_days
