/// Tests of statements of SWIFT.
@NullMarked
package localgov.ims.formats.swift;

import org.jspecify.annotations.NullMarked;
