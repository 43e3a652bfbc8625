/// What the sandbox's templates may see.
@NullMarked
package localgov.ims.sandbox.pages;

import org.jspecify.annotations.NullMarked;
