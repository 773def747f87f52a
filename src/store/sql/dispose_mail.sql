update mail set message = null, to_address = '', reason = null where case_number = $1
