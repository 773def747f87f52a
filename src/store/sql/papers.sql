select id, case_number, name, media_type, sha256, size, identity, added_on, destroy_after, destroyed_on
from paper where case_number = $1 order by id
