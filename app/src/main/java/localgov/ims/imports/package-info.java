/// Files arriving: each is kept as it came, told apart by its content, read once and accounted for line by line.
///
/// Start at [localgov.ims.imports.Imports]; every door hands over to [localgov.ims.imports.Intake], which opens
/// archives. A file is received, then read in one database transaction that does
/// everything
/// or nothing. This room knows no consumer: whoever takes lines from files declares a
/// [localgov.ims.imports.KindOfFile],
/// is handed each amount inside that database transaction and answers where it went. A line that another file brought
/// before is not handed over again. What a report from Bacs tells is no money: whoever takes that declares a
/// [localgov.ims.imports.TakesAdvices]. A file that contradicts itself is held; what a person may do about it is in
/// [localgov.ims.imports.Holding].
@NullMarked
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "audit",
            "approvals",
            "formats",
            "formats :: bacs",
            "formats :: profiles",
            "people",
            "govuk",
            "backoffice",
            "settings"
        })
package localgov.ims.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
