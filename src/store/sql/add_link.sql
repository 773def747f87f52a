insert into person_link (id, seq, case_a, role_a, case_b, role_b, same, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)
