insert into case_counter (prefix, year, last) values ($1, $2, $3)
on conflict (prefix, year) do update set last = excluded.last where case_counter.last < excluded.last
