/// What the templates of assurance may see.
@NullMarked
package localgov.ims.assurance.pages;

import org.jspecify.annotations.NullMarked;
