select id, case_number from letter where sha256 = $1
