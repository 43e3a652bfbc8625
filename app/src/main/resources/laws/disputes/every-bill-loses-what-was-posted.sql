-- What each dispute took from bills is the sum of what its bills lost, and the rest is the council’s own loss.
-- cy: Yr hyn a gymerodd pob anghydfod o filiau yw cyfanswm colledion ei filiau, a cholled y cyngor ei hun yw’r gweddill.
select dispute.id
  from disputes_dispute dispute
  left join disputes_line part on part.dispute = dispute.id
 group by dispute.id, dispute.lost_pence, dispute.unplaced_pence
having coalesce(sum(part.lost), 0) + dispute.unplaced_pence <> dispute.lost_pence
