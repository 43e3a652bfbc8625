/// What the templates of the staff shell may see.
@NullMarked
package localgov.ims.backoffice.pages;

import org.jspecify.annotations.NullMarked;
