insert into paper_key (paper_id, key) values ($1, $2)
