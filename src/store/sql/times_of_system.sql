select office, received, closed_on from case_row
where system = $1 and closed = 1 and closed_on is not null and (restricted <= $3 or assignee = $4)
order by closed_on desc, number
limit $2
