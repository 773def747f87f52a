update case_row set state = $3, next_words = $4, next_by = $5, due = $6 where number = $1 and version = $2
