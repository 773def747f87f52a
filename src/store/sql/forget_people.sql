delete from person_seen where case_id = $1
