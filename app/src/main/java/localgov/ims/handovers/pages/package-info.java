/// What the templates of this room may see.
@NullMarked
package localgov.ims.handovers.pages;

import org.jspecify.annotations.NullMarked;
