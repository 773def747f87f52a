delete from correction where id = $1
