package localgov.ims.providers;

import java.time.Instant;

/// An account whose provider does not let us in: our key is not known there, or it takes nothing for the account.
///
/// @param name as the council calls the account
/// @param code the provider's word for it
public record ShutOut(String account, String name, String code, Instant since) {}
