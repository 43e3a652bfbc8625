/// What the pages of reference data may see.
@NullMarked
package localgov.ims.settings.pages;

import org.jspecify.annotations.NullMarked;
