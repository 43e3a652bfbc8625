/// What the council decided about payments that come in files: if a line looks like this, then do that.
///
/// Start at [localgov.ims.rules.Rules]. A rule is reference data that two people change: its condition
/// is a sentence that [localgov.ims.rules.ConditionText] reads, and [localgov.ims.rules.RuleBook] is
/// all rules of one moment, compiled once for a file. This room says what a rule decided; whoever takes
/// the money carries it out. A rule places nothing where there is no such account, or in a fund that
/// takes no money.
@NullMarked
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {
            "imports",
            "accounts",
            "catalogue",
            "settings",
            "backoffice",
            "people",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
