update ledger set body = null where case_number = $1 and body is not null
