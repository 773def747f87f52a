select office, received, closed_on from case_row where system = $1 and closed = 1 and closed_on is not null
order by closed_on desc, number
limit $2
