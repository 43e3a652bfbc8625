/// What the pages of this room may see.
@NullMarked
package localgov.ims.unpaid.pages;

import org.jspecify.annotations.NullMarked;
