delete from paper_key where paper_id = $1 and exists (select 1 from paper where id = $1 and case_number = $2)
