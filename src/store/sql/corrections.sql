select id, number, effective_from, body, reason, by_name, on_day from correction
where $1 = '' or key = $1
order by on_day, id
