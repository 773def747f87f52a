select count(id) as taken, count(withdrawn_seq) as withdrawn from overrides
