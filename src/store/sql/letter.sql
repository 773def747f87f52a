select id, case_number, kind, name, dated, sha256, bytes from letter where case_number = $1 and id = $2
