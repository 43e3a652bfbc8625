-- What whoever pays bears goes to an account of its own, as what the council bears comes out of one. Until now nothing was
-- done with a fee of a payer, so one without an account is booked nowhere, as it was.
alter table catalogue_fee drop constraint catalogue_fee_is_booked_somewhere;
update catalogue_fee
   set borne = 'NOT_BOOKED',
       version = version + 1
 where borne = 'RECHARGED';
alter table catalogue_fee
  add constraint catalogue_fee_is_booked_somewhere check ((borne <> 'NOT_BOOKED') = (fund is not null and account <> ''));
