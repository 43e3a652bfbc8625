/// What the pages of this room may see.
@org.jspecify.annotations.NullMarked
package localgov.ims.agreements.pages;
