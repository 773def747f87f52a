update disclosure set struck_seq = $2, struck_reason = $3 where id = $1 and struck_seq is null
