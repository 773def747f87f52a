delete from incoming where id = $1 and set_aside_on is not null
