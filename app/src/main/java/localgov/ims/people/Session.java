package localgov.ims.people;

import java.time.Instant;

/// Somebody signed in, in one browser.
///
/// @param provedAt when they last showed who they are
/// @param lastSeenAt to the minute
/// @param address where the browser was when it signed in
/// @param browser its family and system, such as `Firefox – Windows`; empty when it does not say
public record Session(
        SessionId id,
        PersonId person,
        SignedInBy signedInBy,
        Instant startedAt,
        Instant provedAt,
        Instant lastSeenAt,
        String address,
        String browser) {
    Session provedAt(Instant now) {
        return new Session(id, person, signedInBy, startedAt, now, lastSeenAt, address, browser);
    }
}
