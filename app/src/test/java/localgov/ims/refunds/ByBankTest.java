package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a card does not take goes by bank, and never both.
class ByBankTest extends RefundJourney {
    private Refund asked(Refund failed) {
        return ((Wanting.Waiting) here.byBank(failed)).refund();
    }

    private Acted act(Refund refund, Refunds.Action action) {
        return Bureau.within(() -> here.refunds.act(refund.reference(), action, here.ann()));
    }

    @Test
    void whatTheCardDoesNotTakeGoesByBankWithTwoPeopleAndTheOneToTheCardIsClosed() {
        var payment = paid();
        var failed = here.failed(pay, payment, 3_500, 1_000);
        var bank = asked(failed);
        assertThat(here.state(failed)).isEqualTo(RefundState.REPLACED);
        assertThat(here.receipt(payment).left()).as("the amount is held once").isEqualTo(Money.pence(3_500));
        assertThat(act(failed, Refunds.Action.TRY_AGAIN)).isInstanceOf(Acted.TooLate.class);
        assertThat(act(failed, Refunds.Action.GIVE_UP)).isInstanceOf(Acted.TooLate.class);
        assertThat(here.approve(bank, here.ann())).isInstanceOf(Approval.SamePerson.class);
        assertThat(here.approve(bank, here.ben())).isInstanceOf(Approval.Approved.class);

        var today = London.dayOf(Instant.now());
        assertThat(Bureau.within(() -> here.refunds.paid(bank.reference(), today, here.ann())))
                .isInstanceOf(Acted.Done.class);
        assertThat(here.posted(bank))
                .extracting(line -> line.replaceAll(" \\d+$", ""))
                .containsExactly("fund:11 clearing:bank 3500", "fund:GW clearing:bank 1000");
        here.later(Duration.ofDays(3));
        here.round();
        assertThat(here.state(failed)).isEqualTo(RefundState.REPLACED);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("4500 error");
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(3_500));
    }

    @Test
    void whatIsDeclinedLeavesTheOneToTheCardFailedAsBefore() {
        var failed = here.failed(pay, paid(), 3_500);
        var bank = asked(failed);
        Bureau.within(() -> app.getBean(Approvals.class)
                .decline(new ApprovalId(bank.id().value()), here.ben(), "Try the card once more"));
        assertThat(here.state(bank)).isEqualTo(RefundState.DECLINED);
        assertThat(here.now(failed).failure()).contains(Failure.ERROR);
        assertThat(act(failed, Refunds.Action.TRY_AGAIN)).isInstanceOf(Acted.Done.class);
        here.round();
        assertThat(here.state(failed)).isEqualTo(RefundState.SENT);
        assertThat(here.byBank(here.now(failed))).isEqualTo(new Wanting.TooLate(RefundState.SENT));
    }

    @Test
    void whatFinanceGivesUpCanBeAskedForByBankAgain() {
        var failed = here.failed(pay, paid(), 3_500);
        var bank = asked(failed);
        here.approve(bank, here.ben());
        assertThat(act(bank, Refunds.Action.GIVE_UP)).isInstanceOf(Acted.Done.class);
        assertThat(here.state(failed)).isEqualTo(RefundState.FAILED);
        assertThat(here.byBank(here.now(failed))).isInstanceOf(Wanting.Waiting.class);
        assertThat(here.state(failed)).isEqualTo(RefundState.REPLACED);
    }

    @Test
    void theSameRequestSentTwiceIsOne() {
        var failed = here.failed(pay, paid(), 3_500);
        var instead = new ByBank.Instead(RefundId.at(Instant.now()), "The card is closed", "Cy Pays");
        var other = new ByBank.Instead(instead.key(), "The card is closed", "Dee Pays");
        Bureau.within(() -> {
            assertThat(here.refunds.byBank(failed.reference(), instead, here.ann()))
                    .isInstanceOf(Wanting.Waiting.class);
            assertThat(here.refunds.byBank(failed.reference(), instead, here.ann()))
                    .isInstanceOf(Wanting.SeenBefore.class);
            assertThat(here.refunds.byBank(failed.reference(), other, here.ann()))
                    .isInstanceOf(Wanting.SeenDifferently.class);
            return true;
        });
    }

    @Test
    void ofManyWhoAskForItByBankOrTryTheCardAgainOneDoes() throws Exception {
        for (int round = 0; round < 4; round++) {
            var payment = paid();
            var failed = here.failed(pay, payment, 3_500);
            var answers = atOnce(IntStream.range(0, 8)
                    .<Callable<Object>>mapToObj(
                            who -> () -> who % 2 == 0 ? here.byBank(failed) : act(failed, Refunds.Action.TRY_AGAIN))
                    .toList());
            assertThat(answers)
                    .filteredOn(answer -> answer instanceof Wanting.Waiting || answer instanceof Acted.Done)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer instanceof Wanting.TooLate || answer instanceof Acted.TooLate)
                    .hasSize(7);
            assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(4_500));
            here.round();
        }
    }

    @Test
    void theDatabaseLetsNothingGoToTheCardWhileOneGoesByBank() {
        var failed = here.failed(pay, paid(), 3_500);
        here.approve(asked(failed), here.ben());
        for (var state : List.of("APPROVED", "SENDING", "FAILED")) {
            assertThatThrownBy(() -> Bureau.within(() -> app.getBean(JdbcClient.class)
                            .sql("""
                            update refunds_refund
                               set state = :state,
                                   failure = case when :state = 'FAILED' then failure end,
                                   next_look_at = now()
                             where id = :id
                            """)
                            .param("state", state)
                            .param("id", failed.id().value())
                            .update()))
                    .as(state)
                    .hasStackTraceContaining("by_card_or_by_bank_and_never_both");
        }
        assertThatThrownBy(() -> Bureau.within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                        update refunds_refund
                           set instead_state = null
                         where instead_of = :id
                        """)
                        .param("id", failed.id().value())
                        .update()))
                .hasStackTraceContaining("what_stands_instead_ties_the_other_down");
    }

    @Test
    void whatReachesTheCardAfterAllStopsWhatWouldGoByBank() {
        for (boolean approved : List.of(true, false)) {
            var payment = paid();
            var failed = here.failed(pay, payment, 3_500);
            var bank = asked(failed);
            if (approved) {
                here.approve(bank, here.ben());
            }
            Bureau.turns(payment, "success");
            here.later(Duration.ofHours(25));
            here.round();
            assertThat(here.state(bank)).isEqualTo(approved ? RefundState.GIVEN_UP : RefundState.LAPSED);
            assertThat(here.state(failed)).isEqualTo(RefundState.SENT);
            assertThat(here.posted(failed)).hasSize(1);
            var today = London.dayOf(Instant.now());
            assertThat(Bureau.within(() -> here.refunds.paid(bank.reference(), today, here.ann())))
                    .isInstanceOf(Acted.TooLate.class);
            if (!approved) {
                assertThat(here.approve(bank, here.ben())).isInstanceOf(Approval.Stale.class);
            }
        }
    }

    @Test
    void aKillWhileItTurnsOutToHaveReachedTheCardLeavesOneOfThem() {
        int at = 1;
        while (!reachesTheCard(at)) {
            at++;
        }
        assertThat(at).as("steps at which it was killed").isGreaterThan(5);
    }

    private static final class Killed extends Error {}

    private boolean reachesTheCard(int killedAt) {
        var payment = paid();
        var failed = here.failed(pay, payment, 3_500);
        var bank = asked(failed);
        here.approve(bank, here.ben());
        Bureau.turns(payment, "success");
        var steps = new AtomicInteger();
        var doomed = new Bureau(app, () -> {
            if (steps.incrementAndGet() == killedAt) {
                throw new Killed();
            }
        });
        doomed.later(Duration.ofDays(2));
        doomed.round();
        var heir = new Bureau(app);
        heir.later(Duration.ofDays(4));
        heir.round();
        heir.later(Duration.ofDays(2));
        heir.round();
        assertThat(heir.state(failed)).as("killed at %d", killedAt).isEqualTo(RefundState.SENT);
        assertThat(heir.state(bank)).as("killed at %d", killedAt).isEqualTo(RefundState.GIVEN_UP);
        assertThat(heir.posted(failed)).as("killed at %d", killedAt).hasSize(1);
        return steps.get() < killedAt;
    }

    @Test
    void whenBothHaveGoneAPersonReadsIt() {
        var payment = paid();
        var failed = here.failed(pay, payment, 3_500);
        var bank = asked(failed);
        here.approve(bank, here.ben());
        var today = London.dayOf(Instant.now());
        Bureau.within(() -> here.refunds.paid(bank.reference(), today, here.ann()));
        Bureau.turns(payment, "success");
        here.later(Duration.ofHours(25));
        here.round();
        assertThat(here.state(failed)).isEqualTo(RefundState.REPLACED);
        assertThat(here.now(failed).words().orElseThrow()).contains("to the card as well");
        assertThat(here.state(bank)).isEqualTo(RefundState.SENT);
    }

    @Test
    void whatMerelyDiffersDoesNotGoByBank() {
        var payment = paid();
        pay.post(
                "/v1/payments/" + payment.providerReference().orElseThrow() + "/refunds",
                "{\"amount\": 1000, \"refund_amount_available\": 8000}");
        var refund = here.approved(payment, 3_500);
        here.round();
        assertThat(here.now(refund).failure()).contains(Failure.DIFFERS);
        assertThat(here.byBank(here.now(refund))).isEqualTo(new Wanting.TooLate(RefundState.FAILED));
    }

    @Test
    void itSaysWhoIsPaidAndWhy() {
        var failed = here.failed(pay, paid(), 3_500);
        var nothing = new ByBank.Instead(RefundId.at(Instant.now()), " ", null);
        var answer = Bureau.within(() -> here.refunds.byBank(failed.reference(), nothing, here.ann()));
        assertThat(((Wanting.Refused) answer).problems())
                .extracting(Wanting.Problem::field)
                .containsExactly("reason", "payee");
        assertThat(here.state(failed)).isEqualTo(RefundState.FAILED);
    }

    /// Ann as somebody who gives back money of this fund alone.
    private Person annLimitedTo(String fund) {
        var ann = here.ann();
        var held = new Held(Set.of(Permission.ASK_REFUNDS, Permission.SEE_REFUNDS), Limits.toFunds(fund));
        return new Person(ann.id(), ann.email(), ann.name(), List.of(held));
    }

    @Test
    void whoeverMayNotGiveThatBackDoesNotAskForItByBank() {
        var failed = here.failed(pay, paid(), 3_500, 1_000);
        for (var fund : List.of("11", "GW", "23")) {
            var instead = new ByBank.Instead(RefundId.at(Instant.now()), "The card is closed", "Cy Pays");
            assertThat(Bureau.within(() -> here.refunds.byBank(failed.reference(), instead, annLimitedTo(fund))))
                    .as(fund)
                    .isInstanceOf(Wanting.NoSuchReceipt.class);
        }
        assertThat(here.state(failed)).isEqualTo(RefundState.FAILED);
        assertThat(here.byBank(failed)).isInstanceOf(Wanting.Waiting.class);
    }
}
