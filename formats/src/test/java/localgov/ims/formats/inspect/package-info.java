/// Tests of the command line that reads bank files.
@NullMarked
package localgov.ims.formats.inspect;

import org.jspecify.annotations.NullMarked;
