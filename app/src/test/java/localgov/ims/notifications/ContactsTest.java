package localgov.ims.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.PublicReference;
import localgov.ims.messages.AddressCorrected;
import localgov.ims.payments.PaymentId;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The address of a payer: whose word counts, that nobody reads it in the database, and that it is forgotten.
@WithCouncil
class ContactsTest {
    @Autowired
    Contacts contacts;

    @Autowired
    MessageRules rules;

    @Autowired
    JdbcClient db;

    final PaymentId payment = new PaymentId(UUID.randomUUID());

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void given(String address, Language language) {
        within(() -> {
            contacts.give(payment, address, language);
            return true;
        });
    }

    private Optional<String> known() {
        return within(() -> contacts.of(payment)).map(Contact::address);
    }

    @Test
    void whatThePayerSaidBeforePayingCountsAndNotWhatAHolderOfTheReceiptSaysLater() {
        given("cy@pays.example", Language.WELSH);
        within(() -> {
            contacts.offer(payment, "mallory@reads.example", Language.ENGLISH);
            return true;
        });
        assertThat(known()).contains("cy@pays.example");
        given("cy@moved.example", Language.ENGLISH);
        assertThat(known()).contains("cy@moved.example");
        within(() -> {
            contacts.takeBack(payment);
            contacts.offer(payment, "cy@later.example", Language.ENGLISH);
            return true;
        });
        assertThat(known()).contains("cy@later.example");
    }

    @Test
    void nobodyReadsItInTheDatabase() {
        given("cy@pays.example", Language.WELSH);
        assertThat(within(() -> db.sql("select row_to_json(c)::text from notifications_contact c where payment = :id")
                        .param("id", payment)
                        .query(String.class)
                        .single()))
                .doesNotContain("pays");
        assertThat(within(() -> contacts.of(payment)).orElseThrow().toString()).doesNotContain("pays");
    }

    @Test
    void whatAColleaguePutRightHoldsForWhatFollows() {
        given("cy@pays.exmaple", Language.WELSH);
        within(() -> {
            contacts.correct(new AddressCorrected("payment:" + payment, "cy@pays.example"));
            contacts.correct(new AddressCorrected("counter:" + payment, "nobody@pays.example"));
            return true;
        });
        assertThat(known()).contains("cy@pays.example");
    }

    private void ago(String interval) {
        within(() -> db.sql(
                        "update notifications_contact set given_at = now() - cast(:ago as interval) where payment = :id")
                .param("ago", interval)
                .param("id", payment)
                .update());
    }

    @Test
    void theAddressOfAPaymentThatNobodyFinishedIsForgotten() {
        given("cy@pays.example", Language.ENGLISH);
        ago("71 hours");
        within(() -> {
            contacts.forget();
            return true;
        });
        assertThat(known()).isPresent();
        ago("73 hours");
        within(() -> {
            contacts.forget();
            return true;
        });
        assertThat(known()).isEmpty();
    }

    @Test
    void theAddressOfAPaymentThatWasPaidIsForgottenAfterAsManyDaysAsTheCouncilSays() {
        within(() -> db.sql("""
                insert into payments_payment (id, reference, state, pence, asked_by, channel, created_at, expires_at, method,
                       paid_pence, paid_at, closed_at)
                values (:id, :reference, 'PAID', 100, 'portal', 'portal', now(), now(), 'card', 100, now(), now())
                """)
                .param("id", payment)
                .param("reference", PublicReference.random())
                .update());
        given("cy@pays.example", Language.ENGLISH);
        long days = within(rules::contactsKept).toDays();
        ago("%d days".formatted(days - 1));
        within(() -> {
            contacts.forget();
            return true;
        });
        assertThat(known()).isPresent();
        ago("%d days".formatted(days + 1));
        within(() -> {
            contacts.forget();
            return true;
        });
        assertThat(known()).isEmpty();
    }
}
