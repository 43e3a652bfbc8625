-- Whether the provider e-mails payers itself: one system does.
alter table providers_account
    add column emails_payments boolean not null default false,
    add column emails_refunds  boolean not null default false;
