insert into library_text (id, sections) values ($1, $2)
on conflict (id) do update set sections = excluded.sections
