package localgov.ims.accounts.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// Adding an account holder, or correcting one.
///
/// @param heading what is done
/// @param funds to choose from; empty when the account is known
/// @param known the fund and the number, in words; absent for a new one
/// @param seen what tells whether it was changed meanwhile; empty for a new one
public record AccountFormPage(
        String heading,
        String action,
        String back,
        List<Option> funds,
        @Nullable String known,
        String seen) {}
