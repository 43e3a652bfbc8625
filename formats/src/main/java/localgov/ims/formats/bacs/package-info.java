/// The reports of Bacs about Direct Debits: what came back unpaid, changed, was refused or is claimed.
///
/// Start at [localgov.ims.formats.bacs.BacsReports]. What they tell are advices and not lines of a statement:
/// the money that they speak of stands on the statement. Each advice brings the reason of its code and what is
/// to be done.
@NullMarked
package localgov.ims.formats.bacs;

import org.jspecify.annotations.NullMarked;
