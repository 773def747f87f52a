insert into paper
    (id, case_number, name, media_type, sha256, size, identity, added_on, destroy_after, destroyed_on, bytes)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, $10)
