insert into disclosure_key (hashed, disclosure_id) values ($1, $2)
