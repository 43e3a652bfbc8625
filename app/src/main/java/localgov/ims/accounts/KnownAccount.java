package localgov.ims.accounts;

import java.time.Instant;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// An account holder as a page shows one.
///
/// @param id says nothing about the holder, so that an address may hold it
/// @param custom what is kept in the fields that the council has added
/// @param statedAt when the service system last said something new of it
record KnownAccount(
        long id,
        String fund,
        String number,
        String name,
        String address,
        @Nullable Money balance,
        boolean stopped,
        String stopMessage,
        String messageCode,
        String custom,
        @Nullable Instant statedAt) {}
