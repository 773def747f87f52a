delete from watch where case_number = $1 and staff = $2
