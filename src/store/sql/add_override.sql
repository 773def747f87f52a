insert into overrides (id, seq, body, reason) values ($1, $2, $3, $4)
