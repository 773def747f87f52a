insert into letter_draft (case_number, kind, recipient, language, revision, edits, by_name)
values ($1, $2, $3, $4, 1, $5, $6)
on conflict (case_number, kind, recipient, language) do update
set revision = letter_draft.revision + 1, edits = excluded.edits, by_name = excluded.by_name
where letter_draft.revision = $7
