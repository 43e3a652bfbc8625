-- What a payer's money was placed on before is looked up by the payer's name, whatever its letters.
create index receipts_suspense_item_by_payer on receipts_suspense_item (lower(payer)) where payer is not null;
