-- The office's own wording of letters stands in the ledger alone; so its few entries are found among very many.
create index ledger_wording on ledger (seq)
where event_type in ('wording-proposed', 'wording-approved', 'translation-approved');
