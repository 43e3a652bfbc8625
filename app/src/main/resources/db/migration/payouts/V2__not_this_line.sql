-- Which line of the bank somebody said is not a payout's: it is not matched with it by itself again.
create table payouts_not (
    provider   text collate "C" not null,
    settled_on date not null,
    journal    bigint not null,
    line       int not null,
    said_by    text not null,
    said_at    timestamptz not null,
    constraint what_is_not_is_said_once primary key (provider, settled_on, journal, line),
    constraint what_is_not_is_of_a_payout foreign key (provider, settled_on) references payouts_payout
);

grant select, insert on payouts_not to ${role};

-- A day of which the provider says by now that nothing was paid out is open while a line of the bank is matched with it.
drop index payouts_open;
create index payouts_open on payouts_payout (settled_on, provider)
 where (net <> 0 or banked is not null) and banked is distinct from net and explained is distinct from net;
