select coalesce(max(seq), 0) as newest from ledger
where event_type in ('wording-proposed', 'wording-approved', 'translation-approved')
