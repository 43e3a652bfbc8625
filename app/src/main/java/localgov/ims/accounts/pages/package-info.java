/// What the pages of accounts may see.
@NullMarked
package localgov.ims.accounts.pages;

import org.jspecify.annotations.NullMarked;
