/// What the templates of approvals may see.
@NullMarked
package localgov.ims.approvals.pages;

import org.jspecify.annotations.NullMarked;
