/// What the templates of this room may see.
@NullMarked
package localgov.ims.directory.pages;

import org.jspecify.annotations.NullMarked;
