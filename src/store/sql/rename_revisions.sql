update revision set key = $2 where key = $1
