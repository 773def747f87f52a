select agency, system, count(*) as cases, sum(case when closed = 0 then 1 else 0 end) as open_cases from case_row
where received >= $1 and received <= $2 and ($3 = '' or agency = $3) and (restricted <= $4 or assignee = $5)
group by agency, system
