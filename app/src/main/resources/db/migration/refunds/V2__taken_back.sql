-- A receipt that was taken back whole is reserved for that, and nothing of it can be refunded.
alter table refunds_receipt
    add column taken_back boolean not null default false,
    add constraint what_was_taken_back_is_not_given check (not taken_back or reserved = pence and given = 0);
grant update (taken_back) on refunds_receipt to ${role};
