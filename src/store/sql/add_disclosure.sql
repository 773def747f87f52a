insert into disclosure
    (id, seq, agency, subject, subject_folded, system, disclosed_on, nature, purpose, recipient, recipient_address, basis,
     case_number, identifiers)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
