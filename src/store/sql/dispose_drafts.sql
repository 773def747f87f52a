delete from draft where case_number = $1
