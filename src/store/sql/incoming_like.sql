select id from incoming where sha256 = $1
