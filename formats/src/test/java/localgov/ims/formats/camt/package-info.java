/// Tests of statements of ISO 20022.
@NullMarked
package localgov.ims.formats.camt;

import org.jspecify.annotations.NullMarked;
