/// The components pages are made of: the values that the templates in `jte/govuk` take.
///
/// Each template mirrors one macro of GOV.UK Frontend and passes that library's own published
/// fixtures. This package knows nothing of councils, money or people.
@NullMarked
@ApplicationModule(
        displayName = "GOV.UK components",
        allowedDependencies = {})
package localgov.ims.govuk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
