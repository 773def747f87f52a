select event_type as kind, on_day, body_sha256 as sha256 from ledger where case_number = $1 order by version
