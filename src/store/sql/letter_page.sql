select id, case_number, sha256, bytes from letter where id > $1 order by id limit 20
