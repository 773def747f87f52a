update staff set active = 0 where name = $1 and active = 1
