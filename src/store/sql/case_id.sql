select id, version, changed_at, changed_by, disposed from case_row where number = $1
