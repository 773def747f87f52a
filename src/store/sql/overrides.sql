select o.id, o.body, o.reason, o.withdrawn_reason,
    t.at, t.on_day, t.by_name, t.event_type, t.body_sha256,
    w.at as w_at, w.on_day as w_on_day, w.by_name as w_by_name, w.event_type as w_event_type,
    w.body_sha256 as w_body_sha256
from overrides o
left join ledger t on t.seq = o.seq
left join ledger w on w.seq = o.withdrawn_seq
order by o.id
