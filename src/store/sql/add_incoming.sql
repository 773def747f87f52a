insert into incoming
    (id, form, from_name, from_address, subject, received, parts, case_number, media_type, sha256, added_on, added_by,
    bytes)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (sha256) do nothing
