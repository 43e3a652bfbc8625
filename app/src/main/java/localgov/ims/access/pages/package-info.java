/// What the templates of signing in and of one's own page may see.
@NullMarked
package localgov.ims.access.pages;

import org.jspecify.annotations.NullMarked;
