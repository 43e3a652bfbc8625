package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import localgov.ims.accounts.Payable;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What other rooms that have pages for payers do as the portal does: judge a reference and an amount, keep those
/// out who try out numbers, and send payers to the provider.
@Component
public class PayersDoor {
    private static final String UNKNOWN = "unknown-account";
    /// What the form of a reference alone tells.
    private static final Set<String> FORMAL = Set.of("characters", "starts", "pattern", "mask", "check-digit");

    private static final Money PENNY = new Money(1);

    private final Payments payments;
    private final Hints hints;
    private final Lookups lookups;
    private final CardTrials trials;

    PayersDoor(Payments payments, Hints hints, Lookups lookups, CardTrials trials) {
        this.trials = trials;
        this.payments = payments;
        this.hints = hints;
        this.lookups = lookups;
    }

    /// A fund as a payer reads of it.
    public record Face(String name, String label, String hint) {}

    public static Face face(Fund fund, Words words) {
        var face = new FundFace(fund, words);
        return new Face(face.name().text(), face.label().text(), face.hint().text());
    }

    /// Whether payers may pay it at all.
    public static boolean isOffered(Fund fund) {
        return FundFace.isOffered(fund);
    }

    /// What was typed, judged.
    ///
    /// @param account as it is kept; nothing when it may not be paid so
    /// @param amount nothing when it is none
    public record Judged(
            Answers answers,
            @Nullable String account,
            @Nullable Money amount) {}

    /// Where an amount was typed, and what is taken at once of such an amount: that is judged against the limits.
    ///
    /// @param above what is said to whoever is above a limit, where it is not the typed amount that is; nothing
    /// otherwise
    public record Amount(
            String field,
            UnaryOperator<Money> once,
            @Nullable UnaryOperator<String> above) {
        public Amount(String field, UnaryOperator<Money> once) {
            this(field, once, null);
        }

        private Optional<String> aboveLimit(Payable.No no) {
            var limit = no.args().get("limit");
            return above == null || limit == null || !no.code().startsWith("above-")
                    ? Optional.empty()
                    : Optional.of(above.apply(limit));
        }
    }

    /// Judges the reference in the field `reference` and an amount, as the form of a bill does.
    ///
    /// @param request who typed it; nothing for colleagues
    public Judged judge(
            Fund fund,
            Map<String, String> typed,
            Amount amountOf,
            Answers before,
            Words words,
            @Nullable HttpServletRequest request) {
        if (request != null) {
            lookups.admit(request);
        }
        var answers = before;
        var amountField = amountOf.field();
        var amount = TypedAmount.read(typed.getOrDefault(amountField, ""));
        var reference = typed.getOrDefault("reference", "");
        var one = amount instanceof TypedAmount.Is(var money) ? amountOf.once().apply(money) : new Money(1);
        var judged = look(fund, reference, one.isPositive() ? one : PENNY, request);
        if (judged instanceof Payable.No no && !(no.field().equals("amount") && amount instanceof TypedAmount.Isnt)) {
            answers = switch (no.field()) {
                case "account" -> answers.wrongAs("reference", inWords(fund, no, reference, words));
                case "amount" ->
                    answers.wrongAs(
                            amountField, amountOf.aboveLimit(no).orElseGet(() -> inWords(fund, no, reference, words)));
                default -> answers.refused("portal.as-it-is", inWords(fund, no, reference, words));
            };
        }
        if (amount instanceof TypedAmount.Isnt(var key)) {
            answers = answers.wrong(amountField, key);
        }
        return new Judged(
                answers,
                judged instanceof Payable.Yes(var number, var _) ? number : null,
                amount instanceof TypedAmount.Is(var money) ? money : null);
    }

    private Payable look(Fund fund, String reference, Money once, @Nullable HttpServletRequest request) {
        var judged = payments.check(new Basket.Line(fund.code(), reference, once, null), Baskets.CHANNEL);
        if (judged instanceof Payable.No no && no.code().equals(UNKNOWN) && request != null) {
            lookups.missed(request);
        }
        return judged;
    }

    private String inWords(Fund fund, Payable.No no, String reference, Words words) {
        var face = new FundFace(fund, words);
        return FORMAL.contains(no.code())
                ? hints.slip(face, reference).orElseGet(() -> Refusals.inWords(face, no.code(), no.args()))
                : Refusals.inWords(face, no.code(), no.args());
    }

    /// Why something cannot be paid, by the code that [localgov.ims.payments.Created.Problem] has.
    public static String refusal(Fund fund, String code, Map<String, String> values, Words words) {
        return Refusals.inWords(new FundFace(fund, words), code, values);
    }

    /// One address for e-mails, if that is what was typed.
    public static Optional<String> email(String typed) {
        return ReceiptsByMail.address(typed);
    }

    /// Stops whoever has tried too many numbers.
    public void admit(HttpServletRequest request) {
        lookups.admit(request);
    }

    /// What there is not, counted.
    public ResponseStatusException notFound(HttpServletRequest request) {
        return lookups.notFound(request);
    }

    /// Whether somebody of this network may begin to pay by card: not, for a while, where cards are tried out.
    public boolean mayBegin(String fund, String account, HttpServletRequest request) {
        return trials.mayBegin(fund, account, request);
    }

    /// Somebody of this network goes on to pay.
    public void begun(PaymentId payment, HttpServletRequest request) {
        trials.begun(payment, request);
    }

    /// A payer who comes back to this page of ours.
    public static Visit visit(HttpServletRequest request, Words words, String back) {
        var here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return new Visit(URI.create(here), words.language().code(), back);
    }
}
