update incoming set set_aside_on = $2, set_aside_by = $3, set_aside_why = $4 where id = $1 and set_aside_on is null
