update incoming set set_aside_on = null, set_aside_by = null, set_aside_why = null
where id = $1 and set_aside_on is not null
