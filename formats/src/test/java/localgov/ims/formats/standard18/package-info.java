/// Tests of files of Standard 18 shape.
@NullMarked
package localgov.ims.formats.standard18;

import org.jspecify.annotations.NullMarked;
