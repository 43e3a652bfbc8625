package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// An entry of the office's navigation. A module that has screens declares one as a bean.
///
/// @param order   where it stands: Today 10, Receipts 20, Suspense 30, Imports 40, Takings 50, Refunds 60,
///                Reconcile 70, Exports 80, Reports 90, Settings 100
/// @param key     the word for it
/// @param path    where it leads, and what the paths of its pages begin with
/// @param shown   whether the person asking may go there
/// @param waiting how many things wait there for a person; none are not shown
public record OfficePlace(
        int order,
        String key,
        String path,
        Predicate<HttpServletRequest> shown,
        ToLongFunction<HttpServletRequest> waiting) {

    public static OfficePlace at(int order, String key, String path) {
        return new OfficePlace(order, key, path, request -> true, request -> 0);
    }

    public OfficePlace shownWhen(Predicate<HttpServletRequest> condition) {
        return new OfficePlace(order, key, path, condition, waiting);
    }

    /// Counted for each office page that is drawn, so it must be quick.
    public OfficePlace waiting(ToLongFunction<HttpServletRequest> count) {
        return new OfficePlace(order, key, path, shown, count);
    }

    /// Whether a page with this path belongs to this entry. The office's own start is only itself.
    boolean holds(String pagePath) {
        if (pagePath.equals(path)) {
            return true;
        }
        return !path.equals(Frames.OFFICE) && pagePath.startsWith(path + "/");
    }
}
