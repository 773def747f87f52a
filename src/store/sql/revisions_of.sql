select body from revision where key = $1 order by effective_from, agency, number, source
