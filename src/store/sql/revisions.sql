select body from revision order by agency, number, effective_from, source
