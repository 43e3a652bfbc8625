/// Tests of statements in BAI2.
@NullMarked
package localgov.ims.formats.bai2;

import org.jspecify.annotations.NullMarked;
