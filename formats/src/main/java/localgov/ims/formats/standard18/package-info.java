/// The file of Standard 18 shape that a British bank sends every morning, read and written.
///
/// [localgov.ims.formats.BankFiles] hands a file that looks like one to
/// [localgov.ims.formats.standard18.Standard18Reader], which is written for a million lines in a second or two.
/// [localgov.ims.formats.standard18.Standard18Writer] writes what the same reader reads.
@NullMarked
package localgov.ims.formats.standard18;

import org.jspecify.annotations.NullMarked;
