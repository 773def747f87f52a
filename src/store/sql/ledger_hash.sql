select hash from ledger where seq = $1
