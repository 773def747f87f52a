-- The row of a case has the version of its newest entry without a statement of its own.
create function ledger_row_moves() returns trigger language plpgsql as $$
begin
    if new.case_number is not null then
        update case_row set version = new.version, changed_at = new.at, changed_by = new.by_name
        where number = new.case_number;
    end if;
    return null;
end
$$;
create trigger ledger_moves_row after insert on ledger
for each row execute function ledger_row_moves();
