-- A receipt goes back no other way exactly as long as something of it is kept or without a place for a dispute that is not won.
-- cy: Nid yw derbynneb yn mynd yn ôl mewn unrhyw ffordd arall cyhyd yn union ag y mae rhywbeth ohoni’n cael ei gadw, neu heb le, ar gyfer anghydfod nas enillwyd.
select coalesce(asked.dispute, dispute.id) as dispute
  from refunds_disputes asked
  full join disputes_dispute dispute on dispute.id = asked.dispute
 where dispute.id is null
    or (asked.dispute is not null
        and (dispute.state = 'WON' or (dispute.state = 'LOST' and dispute.unplaced_pence = 0)))
    or (asked.dispute is null
        and (dispute.unplaced_pence > 0
             or exists (select from disputes_line part where part.dispute = dispute.id and part.claimed > part.lost)))
