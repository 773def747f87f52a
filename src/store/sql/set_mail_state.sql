-- A message that the server took is never sent or marked again.
update mail set state = $2, reason = $3, tries = tries + 1 where id = $1 and state <> 'sent'
