package localgov.ims.receipts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.formats.Direction;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Taken;
import localgov.ims.ledger.AccountName;
import localgov.ims.recognition.Candidate;
import localgov.ims.recognition.Recognition;
import localgov.ims.recognition.Rule;
import localgov.ims.rules.Placing;
import localgov.ims.rules.RuleAction;
import localgov.ims.rules.RuleBook;
import localgov.ims.rules.RuledLine;
import localgov.ims.rules.Rules;
import localgov.ims.rules.Ruling;
import org.jspecify.annotations.Nullable;

/// What the council's rules decide of the lines of one file, before recognition does.
///
/// A rule never wins silently over a reference: where one is certain that belongs elsewhere, the line
/// goes to suspense with both reasons, unless the rule says that it goes first. What a rule would place
/// where there is no such account, or in a fund that takes no money, goes to suspense too.
final class Ruled {
    private final RuleBook rules;
    private final CatalogueSnapshot catalogue;
    private final AccountIndex accounts;
    private final String source;
    private final String method;
    private final Function<ArrivedLine, Recognition> recognition;
    private final Book book;

    /// The book, as far as rules write into it.
    interface Book {
        AccountName bank(ArrivedLine line);

        /// @param otherwise another method of payment, narrative and VAT code than usual
        void write(ArrivedLine line, AccountName from, AccountName to, Otherwise otherwise);

        void place(ArrivedLine line, Placing.Possible place, Otherwise otherwise);

        /// Into suspense, with its item.
        void suspend(ArrivedLine line, String reason, List<String> words, List<Candidate> candidates);
    }

    /// @param method nothing for the usual one, and so the others
    record Otherwise(
            @Nullable String method,
            @Nullable String narrative,
            @Nullable String vatCode) {
        static final Otherwise NOTHING = new Otherwise(null, null, null);
    }

    Ruled(
            RuleBook rules,
            CatalogueSnapshot catalogue,
            AccountIndex accounts,
            @Nullable String source,
            String method,
            Function<ArrivedLine, Recognition> recognition,
            Book book) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.source = source == null ? "" : source;
        this.method = method;
        this.recognition = recognition;
        this.book = book;
    }

    /// Nothing where no rule decides.
    @Nullable
    Taken take(ArrivedLine line) {
        if (rules.isEmpty()) {
            return null;
        }
        var ruling = rules.decide(seen(line), possible(line));
        if (ruling == null) {
            return null;
        }
        return switch (ruling.action()) {
            case PLACE -> place(line, ruling);
            case SUSPEND -> suspend(line, ruling, RuledReason.ASKS, asks(ruling), List.of());
            case SETTLE, RETURN, IGNORE -> {
                boolean alone = ruling.goesFirst() || isOut(line) || line.several();
                var named = alone ? Named.NOTHING : Named.by(recognition.apply(line));
                boolean goesBack = ruling.action() == RuleAction.RETURN && !named.isCertain();
                yield named.places().isEmpty() || goesBack ? move(line, ruling) : against(line, ruling, named);
            }
        };
    }

    /// What went out, or is several payments in one, has no one place. What an agent collected stands in clearing
    /// until the agent pays it over, so a line of the agent’s own settles nothing and takes nothing back.
    private static Set<RuleAction> possible(ArrivedLine line) {
        var possible = EnumSet.allOf(RuleAction.class);
        if (isOut(line) || line.several()) {
            possible.remove(RuleAction.PLACE);
        }
        if (line.collectedBy().isPresent()) {
            possible.removeAll(List.of(RuleAction.SETTLE, RuleAction.RETURN));
        }
        return possible;
    }

    private RuledLine seen(ArrivedLine line) {
        return new RuledLine(
                !isOut(line),
                line.amount().pence(),
                line.bookedOn(),
                line.collectedBy().orElse(method),
                source,
                line.bankAccount(),
                line.code(),
                line.payer(),
                line.payerAccount(),
                line.keptReference(),
                line.said());
    }

    private static boolean isOut(ArrivedLine line) {
        return line.direction() == Direction.DEBIT;
    }

    /// A rule that does not go first places only where nothing that the line names, and nothing that the file states,
    /// says otherwise.
    private Taken place(ArrivedLine line, Ruling ruling) {
        var recognised = ruling.goesFirst() && !ruling.byReference() ? null : recognition.apply(line);
        var named = recognised == null || ruling.goesFirst() ? Named.NOTHING : Named.by(recognised);
        var account = ruling.byReference() && recognised != null ? referenceIn(ruling, recognised) : ruling.account();
        if (!ruling.goesFirst() && isStatedElsewhere(line, ruling)) {
            return againstStated(line, ruling, named);
        }
        return switch (placing(ruling, account, line)) {
            case Placing.Possible place -> {
                if (!named.allows(place.fund().code(), place.account())) {
                    yield against(line, ruling, named);
                }
                book.place(line, place, otherwise(ruling));
                yield taken(Outcome.POSTED, new Taken.Place(place.fund().code(), place.account()), ruling, List.of());
            }
            case Placing.Impossible impossible ->
                named.isCertain()
                        ? against(line, ruling, named)
                        : suspend(
                                line,
                                ruling,
                                RuledReason.NO_PLACE,
                                List.of(impossible.words()),
                                recognised instanceof Recognition.Unplaced unplaced
                                        ? unplaced.candidates()
                                        : List.of());
        };
    }

    private static boolean isStatedElsewhere(ArrivedLine line, Ruling ruling) {
        var stated = line.stated().fund();
        return !stated.isEmpty() && !stated.equalsIgnoreCase(ruling.fund());
    }

    private Taken againstStated(ArrivedLine line, Ruling ruling, Named named) {
        var words = List.of("But the file says that it is for %s, and nobody should guess between them."
                .formatted(fundName(line.stated().fund())));
        return suspend(line, ruling, RuledReason.AGAINST_REFERENCE, words, named.places());
    }

    private Placing placing(Ruling ruling, Optional<String> account, ArrivedLine line) {
        return Placing.of(
                ruling.fund(), account, ruling.method(), ruling.vatCode(), line.bookedOn(), catalogue, accounts);
    }

    /// The reference that belongs to the rule's fund, when it is the only one: of two certain ones that belong to two
    /// funds the rule says which.
    private static Optional<String> referenceIn(Ruling ruling, Recognition recognised) {
        return switch (recognised) {
            case Recognition.Certain certain ->
                Optional.of(certain)
                        .filter(found -> found.fund().equals(ruling.fund()))
                        .map(Recognition.Certain::account);
            case Recognition.Unplaced unplaced -> {
                var inFund = unplaced.candidates().stream()
                        .filter(candidate -> candidate.fund().equals(ruling.fund()))
                        .map(Candidate::account)
                        .distinct()
                        .toList();
                yield unplaced.because().rule() == Rule.TWO_PLACES && inFund.size() == 1
                        ? Optional.of(inFund.getFirst())
                        : Optional.empty();
            }
        };
    }

    private Taken against(ArrivedLine line, Ruling ruling, Named named) {
        var words = new ArrayList<String>();
        words.add("But its reference belongs elsewhere, and nobody should guess between them.");
        words.addAll(named.because().inWords(fundName(named.places().getFirst().fund())));
        return suspend(line, ruling, RuledReason.AGAINST_REFERENCE, words, named.places());
    }

    private Taken suspend(
            ArrivedLine line, Ruling ruling, String reason, List<String> more, List<Candidate> candidates) {
        if (isOut(line)) {
            book.write(line, StatementTaking.UNEXPLAINED, book.bank(line), Otherwise.NOTHING);
        } else {
            book.suspend(line, reason, RuledReason.of(ruling, more).inWords(), candidates);
        }
        return taken(Outcome.SUSPENSE, Taken.Place.NOWHERE, ruling, more);
    }

    private static List<String> asks(Ruling ruling) {
        return ruling.owner().isEmpty()
                ? List.of(ruling.reason() + ".")
                : List.of(ruling.reason() + ".", "For %s.".formatted(ruling.owner()));
    }

    /// What needs no fund: it settles or takes back what was taken by a method, or is to be left out.
    private Taken move(ArrivedLine line, Ruling ruling) {
        if (ruling.action() == RuleAction.IGNORE) {
            return taken(Outcome.IGNORED, Taken.Place.NOWHERE, ruling, List.of(ruling.reason() + "."));
        }
        if (ruling.method() == null || catalogue.method(ruling.method()).isEmpty()) {
            var why = "There is no method of payment %s any more.".formatted(ruling.method());
            return suspend(line, ruling, RuledReason.NO_PLACE, List.of(why), List.of());
        }
        boolean settles = ruling.action() == RuleAction.SETTLE;
        var clearing = AccountName.clearing(ruling.method());
        var otherwise = new Otherwise(null, narrative(ruling), null);
        if (isOut(line)) {
            book.write(line, clearing, book.bank(line), otherwise);
        } else {
            book.write(line, book.bank(line), settles ? clearing : StatementTaking.UNEXPLAINED, otherwise);
        }
        return taken(settles ? Outcome.SETTLED : Outcome.RETURNED, Taken.Place.NOWHERE, ruling, List.of());
    }

    private static Otherwise otherwise(Ruling ruling) {
        return new Otherwise(ruling.method(), narrative(ruling), ruling.vatCode());
    }

    private static @Nullable String narrative(Ruling ruling) {
        return ruling.narrative().isEmpty() ? null : ruling.narrative();
    }

    private String fundName(String code) {
        return catalogue.fund(code).map(known -> known.name()).orElse(code);
    }

    private static Taken taken(Outcome outcome, Taken.Place place, Ruling ruling, List<String> more) {
        return new Taken(
                outcome,
                place,
                Rules.PREFIX + ruling.rule(),
                RuledReason.of(ruling, more).kept());
    }
}
