/// What the pages of organisation may see.
@NullMarked
package localgov.ims.organisation.pages;

import org.jspecify.annotations.NullMarked;
