update letter set bytes = null where case_number = $1 and bytes is not null
