/// What the pages of suspense may see.
@NullMarked
package localgov.ims.suspense.pages;

import org.jspecify.annotations.NullMarked;
