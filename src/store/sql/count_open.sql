select count(*) as total from case_row where closed = 0 and (restricted <= $1 or assignee = $2)
