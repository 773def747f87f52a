select id, form, from_name, from_address, subject, received, parts, case_number, media_type, sha256, added_on, added_by,
    set_aside_on, set_aside_by, set_aside_why
from incoming
order by id
