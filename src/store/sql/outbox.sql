select m.id, m.case_number, m.letter_id, l.name as letter_name, m.from_address, m.to_address, m.message_id,
    m.state, m.tries, m.reason, m.queued_on
from mail m join letter l on l.id = m.letter_id
order by m.id
