select s.body from letter_source s join letter l on l.id = s.letter where l.case_number = $1 and l.id = $2
