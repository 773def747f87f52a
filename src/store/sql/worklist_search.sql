select number, version, agency, kinds, requester, system, state, next_words, next_by, due, received, closed
from case_row
where (closed, due, number) > ($1, $2, $3)
    and closed <= $4
    and ($5 = '' or agency = $5)
    and ($6 = '' or state = $6)
    and ($8 = '' or search_text like $8 escape '!')
    and ($9 = '' or search_text like $9 escape '!')
    and ($10 = '' or search_text like $10 escape '!')
    and ($11 = '' or search_text like $11 escape '!')
    and ($12 = '' or search_text like $12 escape '!')
    and ($13 = '' or search_text like $13 escape '!')
    and ($14 = '' or search_text like $14 escape '!')
    and ($15 = '' or search_text like $15 escape '!')
order by closed, due, number
limit $7
