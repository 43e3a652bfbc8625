/// What the pages of the catalogue may see.
@NullMarked
package localgov.ims.catalogue.pages;

import org.jspecify.annotations.NullMarked;
