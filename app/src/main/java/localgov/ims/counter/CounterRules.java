package localgov.ims.counter;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.Payable;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.Method;
import localgov.ims.counter.Taken.Problem;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.London;
import localgov.ims.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a basket may be taken as it is, judged by the catalogue, the accounts and the limits of whoever takes it.
@Component
class CounterRules {
    static final int LONGEST_NARRATIVE = 200;

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final InstantSource clock;

    CounterRules(Catalogue catalogue, Accounts accounts, InstantSource clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// What somebody may take now.
    Ways ways(Scope scope) {
        return new Ways(catalogue.now(), scope);
    }

    /// A line as it is kept, or the first thing that is wrong with it.
    ///
    /// @param line present when nothing is wrong
    record Judged(
            CounterPayment.@Nullable Line line, @Nullable Problem problem) {}

    /// A line before anybody said how it is paid.
    Judged judge(CounterPayment.Line line, Scope scope) {
        return judge(line, null, scope);
    }

    private Judged judge(CounterPayment.Line line, @Nullable Method method, Scope scope) {
        var fund = ways(scope).fund(line.fund());
        if (fund.isEmpty()) {
            return new Judged(null, Problem.of(line.line(), "fund", "not-yours"));
        }
        return switch (accounts.check(fund.get(), line.account(), line.amount(), method, Door.STAFF)) {
            case Payable.No(var field, var code, var _, var values) ->
                new Judged(null, new Problem(line.line(), field, code, values));
            case Payable.Yes(var number, var _) ->
                vat(line, fund.get())
                        .map(problem -> new Judged(null, problem))
                        .orElseGet(() -> new Judged(kept(line, number), null));
        };
    }

    private static CounterPayment.Line kept(CounterPayment.Line line, String number) {
        return new CounterPayment.Line(
                line.line(), line.fund(), number, line.amount(), line.vatCode(), masked(line.narrative()));
    }

    /// Another VAT code than the fund's is for funds that allow it, and one that has a rate today.
    private Optional<Problem> vat(CounterPayment.Line line, Fund fund) {
        var code = line.vatCode();
        if (code == null || code.equals(fund.vatCode())) {
            return Optional.empty();
        }
        if (!fund.vatOverride()) {
            return Optional.of(Problem.of(line.line(), "vat", "vat-not-allowed"));
        }
        return catalogue.now().vat(code, London.dayOf(clock.instant())).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(line.line(), "vat", "vat-unknown"));
    }

    /// All that is wrong with a basket that is about to be paid; nothing when it may be.
    List<Problem> judge(CounterPayment payment, Scope scope) {
        var ways = ways(scope);
        var how = payment.how();
        var problems = new ArrayList<Problem>();
        if (payment.bills().isEmpty()) {
            problems.add(Problem.of(0, "lines", "empty"));
        }
        if (how.office() == null || ways.office(how.office()).isEmpty()) {
            problems.add(Problem.of(0, "office", "no-office"));
        }
        var method = Optional.ofNullable(how.method())
                .flatMap(ways::method)
                .filter(found ->
                        how.came() != null && Means.of(found, how.came()).isPresent());
        if (method.isEmpty()) {
            problems.add(Problem.of(0, "method", "no-method"));
        }
        for (var line : payment.bills()) {
            ofLine(line, method.orElse(null), how, scope).ifPresent(problems::add);
        }
        if (how.address() == null && wantsAddress(payment)) {
            problems.add(Problem.of(0, "address", "no-address"));
        }
        return problems;
    }

    private Optional<Problem> ofLine(
            CounterPayment.Line line, @Nullable Method method, CounterPayment.How how, Scope scope) {
        if (method != null && how.office() != null && !scope.allows(line.fund(), how.office(), method.code())) {
            return Optional.of(new Problem(line.line(), "fund", "not-so", Map.of()));
        }
        return Optional.ofNullable(judge(line, method, scope).problem());
    }

    /// Whether a fund of the basket asks for the payer's address.
    boolean wantsAddress(CounterPayment payment) {
        var now = catalogue.now();
        return payment.lines().stream()
                .anyMatch(line ->
                        now.fund(line.fund()).filter(Fund::addressNeeded).isPresent());
    }

    /// What was typed freely, without what looks like the number of a card.
    static @Nullable String masked(@Nullable String text) {
        return text == null || text.isBlank() ? null : CardNumbers.masked(text.strip());
    }
}
