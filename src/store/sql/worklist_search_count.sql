select count(*) as total
from case_row
where closed <= $1
    and ($2 = '' or agency = $2)
    and ($3 = '' or state = $3)
    and ($4 = '' or search_text like $4 escape '!')
    and ($5 = '' or search_text like $5 escape '!')
    and ($6 = '' or search_text like $6 escape '!')
    and ($7 = '' or search_text like $7 escape '!')
    and ($8 = '' or search_text like $8 escape '!')
    and ($9 = '' or search_text like $9 escape '!')
    and ($10 = '' or search_text like $10 escape '!')
    and ($11 = '' or search_text like $11 escape '!')
