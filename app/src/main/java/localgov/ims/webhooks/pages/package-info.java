/// What the templates of this room may see.
@NullMarked
package localgov.ims.webhooks.pages;

import org.jspecify.annotations.NullMarked;
