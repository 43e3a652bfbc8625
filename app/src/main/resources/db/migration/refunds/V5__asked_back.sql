-- Of which receipts payers' banks may still take some, each by the dispute that says so. What is kept for a dispute can be
-- nothing, because refunds hold all of the receipt: then this alone says that none of those may be paid out.
create table refunds_dispute (
    journal bigint not null,
    dispute uuid not null,
    primary key (journal, dispute)
);
create view refunds_disputes as
    select journal, dispute from refunds_dispute;
grant select, insert, delete on refunds_dispute to ${role};
grant select on refunds_disputes to ${role};
