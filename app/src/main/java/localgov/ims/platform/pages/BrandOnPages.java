package localgov.ims.platform.pages;

import java.util.Optional;
import localgov.ims.platform.words.Words;

/// Says how the council of the current request shows itself. Given by whoever keeps it; without one, a page shows
/// the name alone.
@FunctionalInterface
public interface BrandOnPages {
    /// @return nothing when the request came to no council, or the council has said nothing
    Optional<Brand> brand(Words words);
}
