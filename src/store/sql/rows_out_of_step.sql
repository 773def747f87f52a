-- Cases whose row does not stand at the newest version of their ledger.
select coalesce(r.number, l.case_number) as number
from (select case_number, max(version) as version from ledger where scope = 'case' group by case_number) l
full outer join case_row r on r.number = l.case_number
where r.version is null or l.version is null or r.version <> l.version
order by 1 limit 1
