package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import localgov.ims.approvals.Approval;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Refunds are asked for, approved and held: never more than was paid, whoever asks.
class RefundsTest extends RefundJourney {
    @Test
    void whatOneAsksAndAnotherApprovesGoesBackToTheCardAndIsPosted() {
        var payment = paid();
        var refund = here.asked(payment, 3_500, 4_500);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.ASKED);
        assertThat(Bureau.atTheProvider(pay, payment)).isEmpty();

        assertThat(here.approve(refund, here.ben())).isInstanceOf(Approval.Approved.class);
        here.round();

        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("8000 success");
        assertThat(here.posted(refund))
                .extracting(line -> line.replaceAll(" \\d+$", ""))
                .containsExactly("fund:11 clearing:card 3500", "fund:GW clearing:card 4500");
        assertThat(Bureau.within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                        select entered_by || ' ' || approved_by
                          from ledger_journals
                         where source_kind = 'refund'
                           and source_id = :id
                        """)
                        .param("id", refund.id() + "/1")
                        .query(String.class)
                        .single()))
                .isEqualTo("finance@demo.example approver@demo.example");
    }

    @Test
    void nobodyApprovesWhatTheyAskedFor() {
        var refund = here.asked(paid(), 3_500);
        assertThat(here.approve(refund, here.ann())).isInstanceOf(Approval.SamePerson.class);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.ASKED);
        assertThatThrownBy(() -> Bureau.within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                        update refunds_refund
                           set state = 'APPROVED',
                               approved_by = 'somebody.else@demo.example',
                               approved_person = asked_person,
                               approved_at = now(),
                               next_look_at = now()
                         where id = :id
                        """)
                        .param("id", refund.id().value())
                        .update()))
                .hasStackTraceContaining("nobody_approves_their_own_refund");
    }

    @Test
    void whatNobodyApprovedNeverLeavesWhateverTheProgramSays() {
        var refund = here.asked(paid(), 3_500);
        assertThatThrownBy(() -> Bureau.within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                        update refunds_refund
                           set state = 'SENDING',
                               next_look_at = now()
                         where id = :id
                        """)
                        .param("id", refund.id().value())
                        .update()))
                .hasStackTraceContaining("nothing_leaves_that_was_not_approved");
    }

    @Test
    void ofEachLineOnlyWhatIsLeftCanBeAskedFor() {
        var payment = paid();
        here.approved(payment, 2_000);
        assertThat(here.ask(here.wish(payment, 1_501))).isEqualTo(new Wanting.MoreThanLeft(1, Money.pence(1_500)));
        assertThat(here.ask(here.wish(payment, 0, 4_501))).isEqualTo(new Wanting.MoreThanLeft(2, Money.pence(4_500)));
        var rest = here.approved(payment, 1_500, 4_500);
        here.round();
        here.later(Duration.ofMinutes(3));
        here.round();
        assertThat(here.state(rest)).isEqualTo(RefundState.SENT);
        assertThat(here.receipt(payment).left()).isEqualTo(Money.ZERO);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactlyInAnyOrder("2000 success", "6000 success");
    }

    @Test
    void whoeverWantsTheMoneyOfACardToGoElsewhereIsRefusedAndTheAuditSaysSo() {
        var payment = paid();
        var wish = here.wish(payment, 1_000);
        var mine = new Wish(wish.id(), wish.journal(), 1, wish.parts(), wish.reason(), "Ann Asker, 12-34-56 12345678");
        assertThat(here.ask(mine))
                .isInstanceOfSatisfying(
                        Wanting.Refused.class,
                        refused -> assertThat(refused.problems()).containsExactly(WishRules.OWN_CARD));
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(8_000));
        assertThat(Bureau.within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                        select who || ' ' || detail
                          from audit_events
                         where did = 'refunds.destination-refused'
                           and subject = 'payment:' || :payment
                        """)
                        .param("payment", payment.id().toString())
                        .query(String.class)
                        .list()))
                .as("who, and neither where to nor whose")
                .containsExactly(here.ann().signature() + " ");
        assertThat(here.ask(wish)).isInstanceOf(Wanting.Waiting.class);
    }

    @Test
    void theDatabaseRefusesToCountMoreThanWasPaid() {
        var payment = paid();
        here.asked(payment, 3_500);
        assertThatThrownBy(() -> Bureau.within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                        update refunds_receipt
                           set reserved = reserved + 1
                         where journal = :journal
                        """)
                        .param("journal", here.receipt(payment).journal())
                        .update()))
                .hasStackTraceContaining("never_more_than_was_paid");
    }

    /// The very first refund of a receipt has no row to be counted in yet.
    @Test
    void whatIsReservedFirstIsNoMoreThanWasPaidWhoeverLookedBefore() {
        var receipt = here.receipt(paid());
        var line = receipt.lines().getFirst();
        assertThat(Bureau.within(
                        () -> app.getBean(Remaining.class).reserve(receipt.journal(), line, Money.pence(3_501))))
                .isFalse();
    }

    @Test
    void ofManyWhoAskForTheSameAtOnceAsManyGetItAsThereIs() throws Exception {
        for (int round = 0; round < 5; round++) {
            var payment = paid();
            var wishes = IntStream.range(0, 8)
                    .mapToObj(_ -> here.wish(payment, 1_500))
                    .<Callable<Wanting>>map(wish -> () -> here.ask(wish))
                    .toList();
            var answers = atOnce(wishes);
            assertThat(answers).filteredOn(Wanting.Waiting.class::isInstance).hasSize(2);
            assertThat(answers)
                    .filteredOn(Wanting.MoreThanLeft.class::isInstance)
                    .hasSize(6);
            assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(5_000));
        }
    }

    @Test
    void theSameWishSentManyTimesIsOneRefund() throws Exception {
        var payment = paid();
        var wish = here.wish(payment, 1_000);
        var answers = atOnce(IntStream.range(0, 6)
                .<Callable<Wanting>>mapToObj(_ -> () -> here.ask(wish))
                .toList());
        assertThat(answers).filteredOn(Wanting.Waiting.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Wanting.SeenBefore.class::isInstance).hasSize(5);
        var other =
                new Wish(wish.id(), wish.journal(), 1, here.wish(payment, 999).parts(), "Paid twice", null);
        assertThat(here.ask(other)).isInstanceOf(Wanting.SeenDifferently.class);
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(7_000));
    }

    @Test
    void whatIsDeclinedIsFreeAgain() {
        var payment = paid();
        var refund = here.asked(payment, 3_500, 4_500);
        assertThat(here.receipt(payment).isPossible()).isFalse();
        var approvals = app.getBean(localgov.ims.approvals.Approvals.class);
        var id = new localgov.ims.approvals.ApprovalId(refund.id().value());
        Bureau.within(() -> approvals.decline(id, here.ben(), "Not twice: two bins"));
        assertThat(here.state(refund)).isEqualTo(RefundState.DECLINED);
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(8_000));

        var again = here.asked(payment, 3_500, 4_500);
        var its = new localgov.ims.approvals.ApprovalId(again.id().value());
        Bureau.within(() -> approvals.withdraw(its, here.ann()));
        assertThat(here.state(again)).isEqualTo(RefundState.WITHDRAWN);
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(8_000));
        assertThat(here.approve(again, here.ben())).isInstanceOf(Approval.TooLate.class);
    }

    @Test
    void whatIsOfAnotherFundIsNotThere() {
        var payment = paid();
        var refund = here.asked(payment, 3_500);
        var parking = new Scope(List.of(localgov.ims.people.Limits.toFunds("11")));
        var bins = new Scope(List.of(localgov.ims.people.Limits.toFunds("GW")));
        assertThat(Bureau.within(() -> here.refunds.find(refund.reference(), parking)))
                .isPresent();
        assertThat(Bureau.within(() -> here.refunds.find(refund.reference(), bins)))
                .isEmpty();
        assertThat(Bureau.within(() -> here.refunds.receipt(payment.reference(), parking)))
                .isEmpty();
        assertThat(Bureau.within(() -> here.refunds.of(refund.journal(), bins))).isEmpty();
    }
}
