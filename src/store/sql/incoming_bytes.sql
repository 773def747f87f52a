select i.sha256, i.bytes, k.key
from incoming i join incoming_key k on k.incoming_id = i.id
where i.id = $1
