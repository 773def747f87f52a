update paper set name = '', bytes = null, destroyed_on = $2 where case_number = $1 and destroyed_on is null
