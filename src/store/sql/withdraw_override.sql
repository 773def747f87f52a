update overrides set withdrawn_seq = $2, withdrawn_reason = $3 where id = $1 and withdrawn_seq is null
