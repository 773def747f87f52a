update letter_source set body = null
where body is not null and letter in (select id from letter where case_number = $1)
