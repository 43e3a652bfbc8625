/// The house. Each package below is a room; `docs/street.md` shows which rooms know which.
@NullMarked
package localgov.ims;

import org.jspecify.annotations.NullMarked;
