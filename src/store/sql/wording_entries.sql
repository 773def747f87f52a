select seq, at, on_day, by_name, body from ledger
where event_type in ('wording-proposed', 'wording-approved', 'translation-approved')
order by seq
