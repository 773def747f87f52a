delete from letter_draft where case_number = $1
