select name, title, roles, unit, active from staff order by place
