insert into person_key (hashed, case_id, place) values ($1, $2, $3)
