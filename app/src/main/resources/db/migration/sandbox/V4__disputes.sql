-- Payments that their payers dispute with their own bank.
create table sandbox_dispute (
    id              text collate "C" primary key,
    payment         text not null references sandbox_payment,
    gateway         text not null references sandbox_gateway,
    amount          pence not null,
    fee             pence,
    reason          text not null,
    status          text not null,
    created_at      timestamptz not null,
    evidence_due_at timestamptz not null,
    settled_on      date,
    constraint sandbox_dispute_is_somewhere check (status in ('needs_response', 'under_review', 'won', 'lost')),
    constraint sandbox_dispute_is_about_money check (amount > 0)
);
create index on sandbox_dispute (gateway, created_at desc, id desc);
create index on sandbox_dispute (payment);
grant select, insert, update on sandbox_dispute to ${role};
