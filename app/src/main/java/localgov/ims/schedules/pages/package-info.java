/// What the pages of this room may see.
@NullMarked
package localgov.ims.schedules.pages;

import org.jspecify.annotations.NullMarked;
