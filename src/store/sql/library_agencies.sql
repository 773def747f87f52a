select agency, max(agency_name) as agency_name, count(*) as systems from library_system group by agency order by agency
