select id, seq, body, reason, withdrawn_seq as undone_seq, withdrawn_reason from overrides where seq > $1 order by seq limit 20
