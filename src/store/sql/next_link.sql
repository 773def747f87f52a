select coalesce(max(id), 0) + 1 as next from person_link
