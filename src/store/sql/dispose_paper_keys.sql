delete from paper_key where paper_id in (select id from paper where case_number = $1)
