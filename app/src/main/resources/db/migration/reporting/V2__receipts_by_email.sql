-- Receipts that colleagues sent by e-mail. To whom is not kept.
create table reporting_receipt_sent (
    -- Of the form that was sent: the same form again sends nothing.
    key     uuid primary key,
    journal bigint not null,
    -- Of a file, the one line that the receipt is of; 0 when it is of the whole journal.
    line    integer not null,
    copy    boolean not null,
    sent_at timestamptz not null
);
create unique index reporting_receipt_goes_out_once_as_no_copy on reporting_receipt_sent (journal, line) where not copy;
create index reporting_receipt_sent_of on reporting_receipt_sent (journal, line);

grant select, insert on reporting_receipt_sent to ${role};
