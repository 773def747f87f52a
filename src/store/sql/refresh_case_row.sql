update case_row set state = $3, step = $4, clock = $5, next_words = $6, next_by = $7, due = $8, dispose_after = $9
where number = $1 and version = $2 and disposed = 0
