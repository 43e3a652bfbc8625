/// Statements in BAI2: groups of accounts of entries, each level with its control total.
///
/// [localgov.ims.formats.BankFiles] hands a file that looks like one to [localgov.ims.formats.bai2.Bai2Reader].
/// A record may be continued, may share its line with others, and may be broken over lines.
@NullMarked
package localgov.ims.formats.bai2;

import org.jspecify.annotations.NullMarked;
