/// What the pages of this room may see.
@NullMarked
package localgov.ims.advices.pages;

import org.jspecify.annotations.NullMarked;
