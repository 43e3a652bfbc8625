package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Visit;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.Redirect;
import localgov.ims.platform.words.Words;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Payers on their way to the provider and back.
final class Visits {
    private Visits() {}

    static Visit of(HttpServletRequest request, Words words) {
        var here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return new Visit(URI.create(here), words.language().code());
    }

    /// Where a payment says how it stands.
    static String path(Payment payment) {
        return "/payments/" + payment.reference();
    }

    /// Where its money is: for whoever has the reference.
    static String progress(Payment payment) {
        return path(payment) + "/progress";
    }

    static View onTo(Going going) {
        return switch (going) {
            case Going.ToProvider(var payment, var page) -> Redirect.away(page);
            case Going.ByForm byForm -> Page.redirect(path(byForm.payment()) + "/pay");
            case Going.TooBusy(var payment) -> Page.redirect(path(payment));
            case Going.NotYet(var payment) -> Page.redirect(path(payment));
            case Going.Ended(var payment) -> Page.redirect(path(payment));
            case Going.Refused(var payment, var _) -> Page.redirect(path(payment));
            case Going.NoProvider(var payment) -> Page.redirect(path(payment));
        };
    }
}
