update case_row set version = $2, changed_at = $3, changed_by = $4 where id = $1
