-- While a service's callback token is replaced, the old one and the new one are both believed, until a day.
alter table notifications_service
    add column other_token       text not null default '',
    add column other_token_until date;
