/// What pages say, in English and Welsh. Sentences are kept in `words/<module>_en.properties` and
/// `words/<module>_cy.properties`; every key begins with its module's name.
@NullMarked
@NamedInterface("words")
package localgov.ims.platform.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
