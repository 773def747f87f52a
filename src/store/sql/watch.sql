insert into watch (case_number, staff) values ($1, $2) on conflict (case_number, staff) do nothing
