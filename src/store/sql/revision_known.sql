select count(*) as known from revision
where agency = $1 and number = $2 and effective_from = $3 and source = $4
