delete from incoming_key where incoming_id = $1
