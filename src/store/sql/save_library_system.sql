insert into library_system (key, id, agency, agency_name, number, name, rescinded, revisions)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (key) do update set
    agency = excluded.agency, agency_name = excluded.agency_name, number = excluded.number, name = excluded.name,
    rescinded = excluded.rescinded, revisions = excluded.revisions
