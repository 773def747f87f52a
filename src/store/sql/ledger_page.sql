select seq, scope, case_number, version, id, at, on_day, by_name, event_type, body, body_sha256, prev_hash, hash
from ledger where seq > $1 and seq <= $2 order by seq limit 1000
