select state, count(*) as cases, sum(case when due < $1 then 1 else 0 end) as overdue from case_row
where closed = 0 and ($2 = '' or agency = $2) and (restricted <= $3 or assignee = $4)
group by state
