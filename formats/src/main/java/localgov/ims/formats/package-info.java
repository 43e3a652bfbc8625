/// Bank, agent, card and ledger file formats, read and written as streams.
///
/// Start at [localgov.ims.formats.BankFiles], which tells what a file is by its content and tells its lines to
/// a [localgov.ims.formats.StatementSink]. Here are the words in which every format is told; each format has a
/// package of its own, and `profiles` reads those that a description is enough for. Knows no council, no
/// database and no Spring.
@NullMarked
package localgov.ims.formats;

import org.jspecify.annotations.NullMarked;
