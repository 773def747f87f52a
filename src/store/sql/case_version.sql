select version, changed_at, changed_by from case_row where number = $1
