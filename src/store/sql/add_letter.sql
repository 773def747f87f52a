insert into letter (id, case_number, kind, name, dated, sha256, size, bytes)
values ($1, $2, $3, $4, $5, $6, $7, $8)
