delete from watch where case_number = $1
