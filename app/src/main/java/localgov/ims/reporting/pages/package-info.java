/// What the templates of reports may see.
@NullMarked
package localgov.ims.reporting.pages;

import org.jspecify.annotations.NullMarked;
