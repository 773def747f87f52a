-- The words of numbers and names apart from all others: in one index with the words of requests, a word that most requests
-- have and no name has made the search for names read all of them. The place of a case is the same as in case_words.
create table case_names (
    place bigint not null primary key,
    words tsvector not null
);
create index case_names_found on case_names using gin (words);
insert into case_names (place, words)
select
    case r.closed when 1 then r.id else r.id + 1099511627776 end,
    to_tsvector(
        'simple',
        lower(replace(r.number, '-', ' ')) || ' ' || ltrim(substring(r.number from '[0-9]+$'), '0') || ' '
        || coalesce((select string_agg(p.name_folded, ' ') from person_seen p where p.case_id = r.id), '')
    )
from case_row r
where r.disposed = 0;
