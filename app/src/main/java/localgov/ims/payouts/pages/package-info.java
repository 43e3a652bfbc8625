/// What the pages of this room may see.
@NullMarked
package localgov.ims.payouts.pages;

import org.jspecify.annotations.NullMarked;
