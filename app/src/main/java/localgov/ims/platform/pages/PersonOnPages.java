package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Says who is signed in. Given by whoever knows the people; without one, the name the request carries is shown.
@FunctionalInterface
public interface PersonOnPages {
    Optional<PersonFace> on(HttpServletRequest request);
}
