-- What a payer's bank claims of a receipt is part of what is reserved, and what it was given part of what is given: of what
-- is disputed nothing can be refunded, and the other way round.
alter table refunds_receipt
    add column claimed pence not null default 0,
    add column lost pence not null default 0,
    add column vat_lost pence not null default 0,
    add constraint what_is_claimed_is_reserved check (claimed >= 0 and claimed <= reserved),
    add constraint only_what_is_claimed_is_lost check (lost >= 0 and lost <= claimed and vat_lost >= 0 and vat_lost <= lost);
grant update (claimed, lost, vat_lost) on refunds_receipt to ${role};

create view refunds_claims as
    select journal, line, claimed, lost, vat_lost
      from refunds_receipt
     where claimed > 0;
grant select on refunds_claims to ${role};
