package localgov.ims.providers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account whose provider does not let us in: our key is not known there, or it takes nothing for the account, or
/// not in one way that is switched off there.
///
/// @param name as the council calls the account
/// @param code the provider's word for it
/// @param lacking what is switched off there; nothing when it takes no payments at all
public record ShutOut(
        String account, String name, String code, @Nullable Capability lacking, Instant since) {}
