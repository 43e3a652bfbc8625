/// What the templates of imports may see.
@NullMarked
package localgov.ims.imports.pages;

import org.jspecify.annotations.NullMarked;
