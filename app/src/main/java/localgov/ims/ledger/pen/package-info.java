/// The only way to write in the book. Held by `receipts` (money crosses the council's boundary) and `journals`
/// (money moves inside it).
@NullMarked
@NamedInterface("pen")
package localgov.ims.ledger.pen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
