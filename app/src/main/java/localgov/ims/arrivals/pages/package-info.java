/// What the pages about arriving files show.
@NullMarked
package localgov.ims.arrivals.pages;

import org.jspecify.annotations.NullMarked;
