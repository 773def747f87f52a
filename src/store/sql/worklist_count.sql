select count(*) as total
from case_row
where closed <= $1
    and ($2 = '' or agency = $2)
    and ($3 = '' or state = $3)
