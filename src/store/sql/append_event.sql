insert into ledger
    (seq, scope, case_number, version, id, at, on_day, by_name, event_type, body, body_sha256, prev_hash, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
