select due as day, count(*) as cases from case_row
where closed = 0 and due >= $1 and due <= $2 and ($3 = '' or agency = $3) and (restricted <= $4 or assignee = $5)
group by due
