delete from draft where staff = $1 and form = $2
