update paper set name = '' where case_number = $1 and destroyed_on is not null
