package localgov.ims.payments;

import java.util.Map;
import localgov.ims.audit.Audit;
import localgov.ims.providers.ProviderNews;
import localgov.ims.providers.Providers;
import org.springframework.stereotype.Component;

/// Hears what comes back of a form that a payer's browser posted to a provider. A reply that is signed and is
/// not what we asked for is written into the audit: somebody should know, and nothing else follows.
@Component
class FormReplies {
    private final Providers providers;
    private final Listening listening;
    private final Audit audit;

    FormReplies(Providers providers, Listening listening, Audit audit) {
        this.providers = providers;
        this.listening = listening;
        this.audit = audit;
    }

    Heard hear(Map<String, String> fields) {
        var news = providers.hearSmartPay(fields);
        if (news instanceof ProviderNews.Differs(var account, var what)) {
            audit.note("system", "payment.reply-differs", "provider-account:" + account, "The reply was of " + what);
        }
        return listening.heard(news);
    }
}
