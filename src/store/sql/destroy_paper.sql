update paper set bytes = null, destroyed_on = $3 where id = $1 and case_number = $2 and destroyed_on is null
