select body from revision
where $1 like '%,' || agency || ',%'
order by effective_from, agency, number, source
