-- Schedules of third parties that nothing has paid yet: the day in London on which each came, and how many days apart its money may be.
create view schedules_waiting as
    select whose.import, whose.journal, whose.account, whose.party, party.name, party.days::int as days, whole.pence,
           (named.received_at at time zone 'Europe/London')::date as came_on
      from schedules_whose whose
      join schedules_parties party on party.code = whose.party
      join imports_files named on named.id = whose.import
      join ledger_journals journal on journal.id = whose.journal
     cross join lateral (
           select sum(case when posting.from_account = whose.account then posting.pence else -posting.pence end)::bigint as pence
             from ledger_postings posting
            where posting.journal = journal.id
              and posting.month = journal.month
              and posting.batch = journal.batch
              and whose.account in (posting.from_account, posting.to_account)
           offset 0) whole
     where whole.pence > 0
       and not exists (
           select from schedules_claim claim
            where claim.journal = whose.journal and claim.account = whose.account);

grant select on schedules_waiting to ${role};
