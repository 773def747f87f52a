select revision, edits, by_name from letter_draft
where case_number = $1 and kind = $2 and recipient = $3 and language = $4
