-- The words of numbers and names apart from all others: in one index with the words of requests, a word that most requests
-- have and no name has made the search for names read all of them. The place of a case is the same as in case_words.
create virtual table case_names using fts5 (
    title,
    content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7 8 9', tokenize = 'ascii'
);
insert into case_names (rowid, title)
select
    case r.closed when 1 then r.id else r.id + 1099511627776 end,
    lower(replace(r.number, '-', ' ')) || ' '
    || cast(replace(r.number, rtrim(r.number, '0123456789'), '') as integer) || ' '
    || coalesce((select group_concat(p.name_folded, ' ') from person_seen p where p.case_id = r.id), '')
from case_row r
where r.disposed = 0
order by 1;
