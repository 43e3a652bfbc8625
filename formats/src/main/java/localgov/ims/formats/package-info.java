/// Bank, agent, card and ledger file formats, read and written as streams. Knows no council, no database and no
/// Spring.
@NullMarked
package localgov.ims.formats;

import org.jspecify.annotations.NullMarked;
