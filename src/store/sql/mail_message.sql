select message from mail where id = $1
