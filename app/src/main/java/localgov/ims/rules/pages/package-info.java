/// What the pages of this room may see.
@NullMarked
package localgov.ims.rules.pages;

import org.jspecify.annotations.NullMarked;
