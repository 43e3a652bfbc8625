/// Tests of profiles and of the files that are read by them; `Described` and `Sheets` make both.
@NullMarked
package localgov.ims.formats.profiles;

import org.jspecify.annotations.NullMarked;
