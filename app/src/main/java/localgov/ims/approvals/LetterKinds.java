package localgov.ims.approvals;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mails about approvals, for councils that word them themselves.
@Configuration(proxyBeanMethods = false)
class LetterKinds {
    static final String ASKED = "approvals.asked";
    static final String DECIDED = "approvals.decided";
    static final String WAITING = "approvals.waiting";

    @Bean
    @Order(60)
    MessageKind requestForApproval() {
        return toColleagues(ASKED, "Request for approval", "Cais am gymeradwyaeth")
                .has("who", "Ann Asker")
                .has("kind", "Refund", "Ad-daliad")
                .needs("link", "https://pay.example.org/office/approvals/…")
                .has("until", "27 November 2026 at 9:15am", "27 Tachwedd 2026 am 9:15yb");
    }

    @Bean
    @Order(61)
    MessageKind decisionAboutARequest() {
        return toColleagues(DECIDED, "Decision about a request", "Penderfyniad am gais")
                .has("when", "20 November 2026 at 9:15am", "20 Tachwedd 2026 am 9:15yb")
                .has("kind", "Refund", "Ad-daliad")
                .needs("decision", "Approved", "Cymeradwywyd")
                .needs("link", "https://pay.example.org/office/approvals/…");
    }

    @Bean
    @Order(62)
    MessageKind requestsThatWait() {
        return toColleagues(WAITING, "Requests that wait", "Ceisiadau sy’n aros")
                .needs("things", "3 requests", "3 chais")
                .has("since", "19 November 2026 at 9:15am", "19 Tachwedd 2026 am 9:15yb")
                .needs("link", "https://pay.example.org/office/approvals");
    }

    /// Whom it is to, and where they say that they want none.
    private static MessageKind toColleagues(String about, String english, String welsh) {
        return MessageKind.toColleagues(about, english, welsh)
                .has("name", "Ben Approver")
                .has("council", "Aldermere Council", "Cyngor Aldermere")
                .has("settings", "https://pay.example.org/office/mails");
    }
}
