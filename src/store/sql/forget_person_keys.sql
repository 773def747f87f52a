delete from person_key where case_id = $1
