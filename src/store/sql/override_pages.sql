select id, seq, body, reason, withdrawn_seq, withdrawn_reason from overrides where id > $1 order by id limit 20
