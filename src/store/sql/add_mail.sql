insert into mail
    (id, case_number, letter_id, from_address, to_address, message_id, message, queued_on, state, tries, reason)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', 0, null)
