-- What makes a session worth anything besides its age: nobody ended it, it is younger than its person's password, and the
-- person may sign in.
create view people_open_sessions as
    select session.id, session.token_hash, session.person, session.signed_in_by, session.started_at, session.proved_at,
           session.last_seen_at, session.address, session.browser
      from people_session session
      join people_person person on person.id = session.person
     where session.ended_at is null
       and session.started_at >= person.password_changed_at
       and person.active;

grant select on people_open_sessions to ${role};
