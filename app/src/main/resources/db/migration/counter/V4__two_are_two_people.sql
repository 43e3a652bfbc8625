-- The two who take a payment back are two people, whatever addresses they signed with. What was written down before keeps
-- signatures alone.
alter table counter_reversal
    add asked_person    uuid,
    add approved_person uuid,
    drop constraint nobody_approves_their_own_reversal,
    add constraint nobody_approves_their_own_reversal check (approved_person <> asked_person and approved_by <> asked_by),
    add constraint both_who_took_it_back_are_known
        check (approved_by is null or asked_person is not null and approved_person is not null) not valid;
