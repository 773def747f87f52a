update case_row set
    requester = '', system = null, office = null, step = '', clock = '', next_words = '', next_by = null,
    due = '9999-12-31', assignee = '', unit = '', dispose_after = null, disposed = 1, found_by = ''
where number = $1
