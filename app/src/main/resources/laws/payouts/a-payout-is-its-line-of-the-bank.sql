-- A payout that was matched came to what its line of the bank comes to, into the bank or out of it.
-- cy: Roedd taliad darparwr a barwyd yn dod i’r un swm â’i linell o’r banc, i mewn i’r banc neu allan ohono.
select payout.provider || ' ' || payout.settled_on as payout
  from payouts_payout payout
  left join ledger_journals journal on journal.id = payout.journal
  left join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
   and posting.batch = journal.batch and posting.line = payout.line
 where payout.journal is not null
   and payout.banked is distinct from case when posting.from_account like 'bank:%' then posting.pence
                                           when posting.to_account like 'bank:%' then -posting.pence end
