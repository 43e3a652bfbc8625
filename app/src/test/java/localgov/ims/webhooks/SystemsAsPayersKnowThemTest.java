package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.payments.Payment;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What staff call a webhook is theirs: payers read what the council says that they know it as, or nothing.
@WithCouncil
class SystemsAsPayersKnowThemTest extends WithReceivers {
    private String page(String path, RequestPostProcessor who) throws Exception {
        var reply = mvc.get().uri(path).with(who).exchange();
        assertThat(reply).hasStatusOk();
        return reply.getResponse().getContentAsString();
    }

    private String trace(Payment payment, String language) throws Exception {
        return page("/payments/" + payment.reference() + "/progress?lang=" + language, request -> request);
    }

    private String office(Payment payment) throws Exception {
        var receipt = within(() -> db.sql("select id || '-1' from ledger_journals where source_id = :id")
                .param("id", payment.id().toString())
                .query(String.class)
                .single());
        return page("/office/receipts/" + receipt, SignedInAs.finance());
    }

    private void told(String code) {
        within(() -> {
            here.telling.tellAll();
            return true;
        });
        assertThat(log(code)).hasSize(1);
    }

    @Test
    void whatStaffCallASystemIsNotReadByPayers() throws Exception {
        subscribed("fraud", receiver(), Map.of("name", "Fraud check J Smith test"));
        var payment = paid(DEMO);
        told("fraud");
        assertThat(trace(payment, "en")).contains("Put on the account").doesNotContain("J Smith", "Not yet told");
        assertThat(office(payment)).contains("Not yet told to Fraud check J Smith test");
    }

    @Test
    void payersReadWhatTheyKnowItAsInTheirOwnLanguage() throws Exception {
        subscribed(
                "known", receiver(), Map.of("payers_name", "the parking office", "payers_name_cy", "y swyddfa barcio"));
        var payment = paid(DEMO);
        told("known");
        assertThat(trace(payment, "en"))
                .contains("Not yet told to the parking office")
                .doesNotContain("Forms known");
        assertThat(trace(payment, "cy"))
                .contains("Heb roi gwybod i y swyddfa barcio eto")
                .doesNotContain("the parking office", "Forms known");
        assertThat(office(payment)).contains("Not yet told to Forms known");
    }
}
