insert into person_seen (case_id, place, role, name_folded, address_folded, email_folded) values ($1, $2, $3, $4, $5, $6)
