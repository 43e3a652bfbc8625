/// How colleagues come in and look after their way in: sessions, passwords, one-time codes, a fresh proof.
///
/// What a right password or a live session is, `people` knows; here are the pages and the e-mails.
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "audit",
            "people",
            "messages",
            "approvals",
            "backoffice",
            "govuk"
        })
package localgov.ims.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
