/// Statements of SWIFT, MT940 and MT942, as banks really send them.
///
/// [localgov.ims.formats.BankFiles] hands a file that looks like one to
/// [localgov.ims.formats.swift.SwiftReader]. An entry is `:61:` with the text of `:86:` behind it, whose
/// subfields say who paid and why.
@NullMarked
package localgov.ims.formats.swift;

import org.jspecify.annotations.NullMarked;
