/// What the pages of the counter may see.
@NullMarked
package localgov.ims.counter.pages;

import org.jspecify.annotations.NullMarked;
