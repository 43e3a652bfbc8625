/// What the templates of this room may see.
@NullMarked
package localgov.ims.messages.pages;

import org.jspecify.annotations.NullMarked;
