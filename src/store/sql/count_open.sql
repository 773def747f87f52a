select count(*) as total from case_row where closed = 0
