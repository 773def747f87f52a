update person_link set undone_seq = $2, undone_reason = $3 where id = $1 and undone_seq is null
