insert into letter_source (letter, body) values ($1, $2)
