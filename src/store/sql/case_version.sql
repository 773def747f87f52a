select version, changed_at, changed_by, found_by, disposed from case_row where number = $1
