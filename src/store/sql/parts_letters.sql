select kind, dated as on_day, sha256 from letter where case_number = $1 order by id
