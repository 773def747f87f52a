select staff from watch where case_number = $1 order by staff
