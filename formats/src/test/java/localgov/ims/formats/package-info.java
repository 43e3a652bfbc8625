/// Tests of the file formats. [FileFormatContract] is what every format promises; each format has its own traps; and
/// `SamplesTest` reads the files of others.
@NullMarked
package localgov.ims.formats;

import org.jspecify.annotations.NullMarked;
