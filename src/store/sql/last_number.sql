select last from case_counter where prefix = $1 and year = $2
