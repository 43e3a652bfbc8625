package localgov.ims.backoffice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/// Where somebody goes on to once they have shown who they are: a page of the office, and nowhere else.
public final class Onwards {
    public static final String OFFICE = "/office";

    private Onwards() {}

    /// The office page that led to signing in, kept in the browser by us; whatever it says, it leads nowhere but to
    /// the office. It is forgotten.
    public static String wanted(HttpServletRequest request, HttpServletResponse response) {
        var kept = new CookieRequestCache();
        var saved = kept.getRequest(request, response);
        if (saved == null) {
            return OFFICE;
        }
        kept.removeRequest(request, response);
        var address = URI.create(saved.getRedirectUrl());
        var path = address.getRawPath();
        if (!path.equals(OFFICE) && !path.startsWith(OFFICE + "/")) {
            return OFFICE;
        }
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /// The page that a form or an address asks for, if it is one of the office; else the other.
    public static String safe(String asked, String otherwise) {
        return asked.matches("/office(/[A-Za-z0-9._~%!$&'()*+,;=:@/?-]*)?") && !asked.contains("//")
                ? asked
                : otherwise;
    }
}
