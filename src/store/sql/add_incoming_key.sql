insert into incoming_key (incoming_id, key) values ($1, $2)
