/// Reads bank files from the command line and says in one line of JSON for each what it found. `bin/inspect` runs it.
@NullMarked
package localgov.ims.formats.inspect;

import org.jspecify.annotations.NullMarked;
