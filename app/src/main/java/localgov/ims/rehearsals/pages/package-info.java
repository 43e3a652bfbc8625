/// What the pages of this room may see.
@NullMarked
package localgov.ims.rehearsals.pages;

import org.jspecify.annotations.NullMarked;
