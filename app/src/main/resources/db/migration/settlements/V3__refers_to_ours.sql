-- Whether what was paid out repeats the reference of a payment of ours, although its number is not known here.
alter table settlements_row
    add column refers_to_ours boolean not null default false;
