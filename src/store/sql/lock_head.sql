-- Takes the head of the ledger for this transaction; whoever comes second waits here.
update ledger_head set seq = seq where id = 1 returning seq, hash
