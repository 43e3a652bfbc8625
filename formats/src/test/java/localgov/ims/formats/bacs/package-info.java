/// Tests of the reports of Bacs.
@NullMarked
package localgov.ims.formats.bacs;

import org.jspecify.annotations.NullMarked;
