-- Who entered and who approved are two people, whatever addresses they signed with. What was written down before keeps
-- signatures alone.
alter table ledger_journal
    add entered_person  uuid,
    add approved_person uuid,
    drop constraint nobody_approves_their_own,
    add constraint nobody_approves_their_own check (approved_person <> entered_person and approved_by <> entered_by),
    add constraint both_who_wrote_it_are_known
        check (approved_by is null or entered_person is not null and approved_person is not null) not valid;
