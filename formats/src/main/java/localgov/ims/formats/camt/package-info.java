/// Statements of ISO 20022: camt.052, camt.053 and camt.054 are read, camt.053 is written.
///
/// [localgov.ims.formats.BankFiles] hands a file that looks like one to [localgov.ims.formats.camt.CamtReader],
/// which keeps one entry at a time. [localgov.ims.formats.camt.Camt053Writer] writes what the same reader
/// reads.
@NullMarked
package localgov.ims.formats.camt;

import org.jspecify.annotations.NullMarked;
