/// What the portal's templates may see.
@NullMarked
package localgov.ims.portal.pages;

import org.jspecify.annotations.NullMarked;
