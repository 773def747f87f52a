insert into draft (staff, form, case_number, body, saved_at) values ($1, $2, $3, $4, $5)
on conflict (staff, form) do update set case_number = excluded.case_number, body = excluded.body, saved_at = excluded.saved_at
