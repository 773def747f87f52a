-- The row of a case has the version of its newest entry without a statement of its own.
create trigger ledger_moves_row after insert on ledger
when new.case_number is not null
begin
    update case_row set version = new.version, changed_at = new.at, changed_by = new.by_name
    where number = new.case_number;
end;
