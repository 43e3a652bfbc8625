package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;

/// Where the search box at the top of each office page leads. The module that can find things declares one as a
/// bean; without it there is no box.
///
/// @param path      the page of results
/// @param parameter the name under which it takes what was typed
/// @param shown     whether the person asking may find anything there
public record OfficeSearch(String path, String parameter, Predicate<HttpServletRequest> shown) {
    public OfficeSearch(String path, String parameter) {
        this(path, parameter, _ -> true);
    }
}
