select case_number from watch where staff = $1
