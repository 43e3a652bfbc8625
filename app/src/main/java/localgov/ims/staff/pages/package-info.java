/// What the pages about colleagues may see.
@NullMarked
package localgov.ims.staff.pages;

import org.jspecify.annotations.NullMarked;
