-- Why nothing was done is read in either language, too; what somebody wrote is in theirs alone.
alter table approvals_request add column reason_cy text;
grant update (reason_cy) on approvals_request to ${role};

-- What could not be told is tried again later, and later each time.
alter table approvals_news
    add column tries      int not null default 0,
    add column not_before timestamptz;
grant update (tries, not_before) on approvals_news to ${role};
