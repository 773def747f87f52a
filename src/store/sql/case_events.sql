select version, at, on_day, by_name, body from ledger where case_number = $1 order by version
