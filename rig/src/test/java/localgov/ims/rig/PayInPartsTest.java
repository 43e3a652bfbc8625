package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A payer spreads a bill, sees what becomes of each payment of it, and ends it by its link; a colleague makes a
/// plan for a payer and sees what was missed.
@ExtendWith(Stage.class)
class PayInPartsTest {
    private static final AtomicInteger POUNDS = new AtomicInteger(500);
    private static final String ACCOUNT = "774952620";

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("on a phone", Stage::visitorOnAPhone));
    }

    static Stream<Named<Function<Stage, Visitor>>> everybodyInWelsh() {
        return Stream.of(
                Named.of("on the narrowest phone", Stage::visitorInWelshOnANarrowPhone),
                Named.of("without script", Stage::visitorWithoutScript));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aBillIsSpreadTakenTriedAgainAndEndedByItsLink(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        long tax = stage.credits("fund:23");
        var payer = somebody.apply(stage).opens("/pay/23", "Council tax");
        payer.follows("Pay in instalments, or every week or month").sees("Spread the cost: Council tax");
        payer.presses("Continue").isTold("Choose how you want to pay");
        payer.ticks("kind", "instalments").presses("Continue").isTold("Choose how often you want to pay");
        payer.ticks("every", "week").presses("Continue").reads("One sum, in weekly payments.");
        payer.presses("See the plan").isToldOfErrors();
        payer.fills("reference", "77 495 2620").fills("total", pounds * 3 + ".01");
        payer.picks("times", "3").fills("email", "cy@example.org");
        payer.presses("See the plan").sees("Check the plan").reads("£%d.01".formatted(pounds));
        payer.presses("Agree and pay £%d.00 now".formatted(pounds)).isTold("Tick the box to say that you agree");
        payer.ticks("agreed", "yes");
        var plan = payer.path();
        payer.presses("Agree and pay £%d.00 now".formatted(pounds)).sees("Pay £%d.00".formatted(pounds));
        payer.presses("Pay £%d.00".formatted(pounds)).sees("Your payments are set up");
        assertThat(payer.path()).isEqualTo(plan).startsWith("/agreements/1.");

        refusesOnce(stage);
        comesDue(stage, pounds * 300L + 1, 2);
        becomes(payer, plan, "Paid", "Not paid yet", "To come").reads("We try again on");
        comesDue(stage, pounds * 300L + 1, 2);
        becomes(payer, plan, "Paid", "Paid", "To come");
        assertThat(stage.credits("fund:23") - tax).isEqualTo(2 * pounds * 100L);

        payer.follows("End these payments").sees("End these payments?");
        payer.follows("Keep them").sees("Your payments are set up");
        payer.follows("End these payments").sees("End these payments?").presses("End these payments");
        payer.sees("Your payments have ended").reads("Not taken");
        stage.lawsHold();
    }

    @ParameterizedTest
    @MethodSource("everybodyInWelsh")
    void allOfItInWelsh(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var payer = somebody.apply(stage).opens("/pay/23/instalments?lang=cy", "Gwasgaru’r gost: Treth y Cyngor");
        payer.presses("Parhau").isTold("Dewiswch sut hoffech chi dalu");
        payer.ticks("kind", "recurring").ticks("every", "month").presses("Parhau");
        payer.reads("Yr un swm bob mis.").presses("Gweld y cynllun").isToldOfErrors();
        payer.fills("reference", ACCOUNT).fills("each", "" + pounds).fills("email", "cy@example.org");
        payer.presses("Gweld y cynllun").sees("Gwiriwch y cynllun").reads("bob mis");
        var plan = payer.path();
        payer.ticks("agreed", "yes").presses("Cytuno a thalu £%d.00 nawr".formatted(pounds));
        payer.sees("Talu £%d.00".formatted(pounds)).presses("Talu £%d.00".formatted(pounds));
        payer.sees("Mae eich taliadau wedi’u trefnu");
        refusesOnce(stage);
        comesDue(stage, pounds * 100L, 2);
        becomes(payer, plan, "Talwyd", "Heb ei dalu eto", "I ddod").reads("Rhown gynnig arall arni ar");
        payer.follows("Gorffen y taliadau hyn").sees("Gorffen y taliadau hyn?").presses("Gorffen y taliadau hyn");
        payer.sees("Mae eich taliadau wedi dod i ben").reads("Heb ei gymryd");
    }

    @Test
    void aPlanThatAColleagueMadeIsAgreedToAndWhatIsMissedShowsOnTheAccount(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var to = "plan-%d@example.org".formatted(pounds);
        var cal = stage.visitor().signsIn("cashier");
        var title = "Council tax 774952620, paid in parts";
        cal.looksAt("/office/accounts");
        cal.fills("q", ACCOUNT).sends("/office/accounts").examine();
        var account = cal.path();
        cal.follows("New payment plan")
                .sees("New payment plan")
                .presses("Continue")
                .isToldOfErrors();
        cal.ticks("kind", "instalments").ticks("every", "month").presses("Continue");
        cal.reads("One sum, in monthly payments.")
                .presses("Send the plan to the payer")
                .isToldOfErrors();
        cal.fills("total", pounds * 3 + ".01").picks("times", "3").fills("email", to);
        cal.presses("Send the plan to the payer").sees(title).reads("The plan has been sent to the payer");
        var office = cal.path();

        var plan = letter(stage, to);
        var payer = stage.visitorOnAPhone().opens(plan, "Check the plan").ticks("agreed", "yes");
        payer.presses("Agree and pay £%d.00 now".formatted(pounds)).sees("Pay £%d.00".formatted(pounds));
        payer.presses("Pay £%d.00".formatted(pounds)).sees("Your payments are set up");
        for (var after : List.of("Not paid yet", "Not paid yet", "Missed")) {
            refusesOnce(stage);
            comesDue(stage, pounds * 300L + 1, 2);
            triedOnceMore(stage, pounds * 300L + 1);
            becomes(payer, plan, "Paid", after, "To come");
        }
        payer.reads("was missed and is not tried again").follows("Pay it now").sees("Council tax");

        cal.looksAt(account).reads("Missed").reads("The card was refused");
        cal.looksAt("/office/agreements").sees("Payment plans").reads("One payment missed");
        stage.visitorInWelshOnANarrowPhone().signsIn("cashier").looksAt(office).sees("Treth y Cyngor 774952620");
        cal.looksAt(office).sees(title).presses("What was missed is seen to");
        cal.sees(title).reads("Noted: it is not counted as missed any more");
        cal.looksAt("/office/agreements?show=running").sees("Payment plans").reads("774952620");
        cal.looksAt(office).presses("End these payments").sees("End these payments?");
        cal.presses("End these payments").sees(title).reads("A colleague ended it");
        assertThat(payer.opens(plan, "Your payments have ended").path()).isEqualTo(plan);
        stage.lawsHold();
    }

    /// The card refuses the next payment that is taken without its payer. What is due of other plans is taken before,
    /// so that none of them is the one that is refused.
    private static void refusesOnce(Stage stage) {
        until("Something stays due", () -> isNothingDue(stage));
        var armed = stage.api().post("/sandbox/govuk-pay/faults", """
                {"fault": "agreement_declines", "times": 1, "on": "create"}""");
        assertThat(armed.status()).isEqualTo(200);
    }

    /// The day of a payment comes to it, because a journey cannot wait for it.
    private static void comesDue(Stage stage, long pence, int number) {
        try (var owner = DriverManager.getConnection(stage.databaseUrl());
                var statement = owner.prepareStatement("""
                        update council_demo.agreements_instalment
                           set try_at = now() - interval '1 minute'
                         where number = ?
                           and try_at is not null
                           and agreement in (select id from council_demo.agreements_agreement where pence = ?)
                        """)) {
            statement.setInt(1, number);
            statement.setLong(2, pence);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isNothingDue(Stage stage) {
        try (var owner = DriverManager.getConnection(stage.databaseUrl());
                var statement = owner.createStatement();
                var row = statement.executeQuery("""
                        select not exists (
                            select from council_demo.agreements_instalment
                             where try_at <= now() or state = 'COLLECTING')
                        """)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// Nothing that is due is left.
    private static void triedOnceMore(Stage stage, long pence) {
        until("It is never tried", () -> {
            try (var owner = DriverManager.getConnection(stage.databaseUrl());
                    var statement = owner.prepareStatement("""
                            select not exists (
                                select from council_demo.agreements_instalment
                                 where agreement in (select id from council_demo.agreements_agreement where pence = ?)
                                   and (try_at <= now() or state = 'COLLECTING'))
                            """)) {
                statement.setLong(1, pence);
                try (var row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    /// The plan shows its payments so, sooner or later.
    private static Visitor becomes(Visitor payer, String plan, String... states) {
        var tags = payer.page().locator(".ims-plan .govuk-tag");
        until("The plan never shows " + List.of(states), () -> {
            payer.page().navigate(plan);
            return tags.allTextContents().stream().map(String::strip).toList().equals(List.of(states));
        });
        payer.examine();
        return payer;
    }

    /// The address in the latest letter to somebody, once it has gone out.
    private static String letter(Stage stage, String to) {
        var link = Pattern.compile("https?://[^/]+(/agreements/[\\w.-]+)");
        var found = new StringBuilder();
        until("No letter to " + to, () -> {
            for (var message : stage.api().get("/sandbox/outbox").json().get("messages")) {
                var here = link.matcher(message.toString().replace("\\n", "\n"));
                if (message.toString().contains(to) && here.find()) {
                    found.append(here.group(1));
                    return true;
                }
            }
            return false;
        });
        return found.toString();
    }

    private static void until(String otherwise, BooleanSupplier is) {
        for (int halves = 0; halves < 160; halves++) {
            if (is.getAsBoolean()) {
                return;
            }
            RunningIms.pause(Duration.ofMillis(500));
        }
        throw new AssertionError(otherwise);
    }
}
