/// Files that ought to come: which are due, late, missing or out of their sequence.
///
/// Start at [localgov.ims.expected.ExpectedFiles]. The council writes down of which days a file is expected and by
/// when in London; banks' holidays are kept. What came is what `imports` says came, and a file counts for the days that
/// it is about, not for the day on which it came. Nothing here reads or changes a file.
@NullMarked
@ApplicationModule(
        displayName = "Expected files",
        allowedDependencies = {
            "imports",
            "settings",
            "messages",
            "approvals",
            "people",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.expected;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
