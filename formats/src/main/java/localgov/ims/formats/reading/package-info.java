/// What the readers of files share: lines, XML, days, amounts and names of accounts.
///
/// Nobody outside the formats needs these. Whatever is kept while a file is read is limited here, so that
/// memory stays flat on a file of any length, and [localgov.ims.formats.reading.Problems] gives a file up when
/// too much of it cannot be read.
@NullMarked
package localgov.ims.formats.reading;

import org.jspecify.annotations.NullMarked;
