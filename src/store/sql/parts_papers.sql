select media_type as kind, added_on as on_day, sha256 from paper where case_number = $1 order by id
