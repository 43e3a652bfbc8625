package localgov.ims.receipts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.catalogue.Office;
import localgov.ims.formats.Direction;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.imports.KindOfFile;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Taken;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.recognition.BankLine;
import localgov.ims.recognition.Because;
import localgov.ims.recognition.Candidate;
import localgov.ims.recognition.Recogniser;
import localgov.ims.recognition.Recognition;
import localgov.ims.recognition.Rule;
import localgov.ims.rules.Placing;
import localgov.ims.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/// One bank statement on its way into the book.
final class StatementTaking implements KindOfFile.Taking, Ruled.Book {
    /// Money that left the bank before anybody said what for. Apart from suspense, which is money that came in.
    static final AccountName UNEXPLAINED = new AccountName("suspense:paid-out");

    private static final String CHANNEL = "bank";
    private static final String AGENT = "agent";
    static final String METHOD = "bank";

    /// From here on a file gets a part of the book of its own, which is faster but leaves one more part.
    private static final long BIG = 4L << 20;

    private final KindOfFile.OpenFile file;
    private final Optional<Pen> pen;
    private final CatalogueSnapshot catalogue;
    private final Recogniser recogniser;
    private final String method;
    private final Ruled ruled;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, From> froms = new HashMap<>();
    private @Nullable Open open;

    /// @param pen nothing when nothing is to be written
    StatementTaking(
            KindOfFile.OpenFile file,
            Optional<Pen> pen,
            CatalogueSnapshot catalogue,
            Recogniser recogniser,
            RuleBook rules,
            AccountIndex accounts) {
        this.file = file;
        this.pen = pen;
        this.catalogue = catalogue;
        this.recogniser = recogniser;
        this.method = Optional.ofNullable(file.method())
                .orElseGet(() -> catalogue
                        .method(MethodKind.BANK, Channel.IMPORT)
                        .map(known -> known.code())
                        .orElse(METHOD));
        this.ruled = new Ruled(rules, catalogue, accounts, file.source(), method, this::recognise, this);
    }

    private record Place(Fund fund, AccountName account) {}

    /// Out of which account money comes into the book, and by which method.
    private record From(AccountName account, String method, String channel) {}

    /// Where entries and items of suspense go: the journal, begun when there is something to write, or nowhere.
    private record Open(Consumer<Entry> pen, UnplacedRows unplaced, Runnable prove) {
        void write(Entry entry) {
            pen.accept(entry);
        }
    }

    @Override
    public Taken take(ArrivedLine line) {
        var decided = ruled.take(line);
        return decided == null ? withoutRule(line) : decided;
    }

    private Recognition recognise(ArrivedLine line) {
        return recogniser.recognise(said(line));
    }

    /// What the bank says of a line.
    static BankLine said(ArrivedLine line) {
        return new BankLine(
                line.reference(), line.name(), line.texts(), line.amount().pence(), line.payerAccount());
    }

    private Taken withoutRule(ArrivedLine line) {
        if (line.direction() == Direction.DEBIT) {
            open().write(entry(line, UNEXPLAINED, from(line).account(), null, null, Entry.Vat.NONE));
            var why = line.collectedBy().isPresent() ? StatementReceipts.TAKEN_BACK : StatementReceipts.PAID_OUT;
            return new Taken(Outcome.SUSPENSE, Taken.Place.NOWHERE, why, "");
        }
        if (line.several()) {
            suspend(line);
            open().unplaced().several(line, came(line));
            return new Taken(Outcome.SUSPENSE, Taken.Place.NOWHERE, StatementReceipts.SEVERAL, "");
        }
        var recognised = recognise(line);
        if (!line.stated().fund().isEmpty()) {
            return stated(line, recognised);
        }
        return switch (recognised) {
            case Recognition.Certain certain -> post(line, certain);
            case Recognition.Unplaced unplaced -> suspend(line, unplaced);
        };
    }

    /// The file itself says the fund. That decides between several, and it confirms what is a reference of this fund
    /// and could be many other numbers besides; what contradicts it is for a person.
    private Taken stated(ArrivedLine line, Recognition recognised) {
        var fund = line.stated().fund();
        return switch (recognised) {
            case Recognition.Certain certain when certain.fund().equalsIgnoreCase(fund) -> post(line, certain);
            case Recognition.Certain certain -> contradicted(line, certain);
            case Recognition.Unplaced unplaced -> {
                var inFund = unplaced.candidates().stream()
                        .filter(candidate -> candidate.fund().equalsIgnoreCase(fund))
                        .toList();
                var rule = unplaced.because().rule();
                boolean only = inFund.size() == 1 && (rule == Rule.TWO_PLACES || rule == Rule.TOO_COMMON);
                yield only ? post(line, inFund.getFirst()) : suspend(line, unplaced);
            }
        };
    }

    private Taken post(ArrivedLine line, Candidate only) {
        post(line, only.fund(), only.account());
        return new Taken(Outcome.POSTED, new Taken.Place(only.fund(), only.account()), StatementReceipts.STATED, "");
    }

    private Taken contradicted(ArrivedLine line, Recognition.Certain certain) {
        suspend(line);
        var candidate = new Candidate(certain.fund(), certain.account(), certain.because());
        open().unplaced().otherFund(line, came(line), candidate);
        return new Taken(Outcome.SUSPENSE, Taken.Place.NOWHERE, StatementReceipts.OTHER_FUND, "");
    }

    private Taken post(ArrivedLine line, Recognition.Certain certain) {
        post(line, certain.fund(), certain.account());
        var because = masked(certain.because());
        return new Taken(
                Outcome.POSTED,
                new Taken.Place(certain.fund(), certain.account()),
                because.rule().code(),
                KeptReason.of(because));
    }

    private void post(ArrivedLine line, String fund, String account) {
        var place = places.computeIfAbsent(fund, this::place);
        open().write(entry(line, from(line).account(), place.account(), fund, account, vat(line, place.fund())));
    }

    private Entry.Vat vat(ArrivedLine line, Fund fund) {
        return Receipts.vat(vatCode(line, fund, catalogue), line.amount(), line.bookedOn(), catalogue);
    }

    /// The VAT code that the file states, where it is one of the council's; else the fund's.
    static String vatCode(ArrivedLine line, Fund fund, CatalogueSnapshot catalogue) {
        var stated = line.stated().vatCode();
        return stated.isEmpty() || catalogue.vat(stated, line.bookedOn()).isEmpty() ? fund.vatCode() : stated;
    }

    private void suspend(ArrivedLine line) {
        open().write(entry(line, from(line).account(), AccountName.SUSPENSE, null, null, Entry.Vat.NONE));
    }

    private Taken suspend(ArrivedLine line, Recognition.Unplaced unplaced) {
        suspend(line);
        var because = masked(unplaced.because());
        var likeliest = unplaced.candidates().isEmpty()
                ? ""
                : unplaced.candidates().getFirst().fund();
        open().unplaced().recognised(line, came(line), because, likeliest, unplaced.candidates());
        return new Taken(
                Outcome.SUSPENSE, Taken.Place.NOWHERE, because.rule().code(), KeptReason.of(likeliest, because));
    }

    @Override
    public void write(ArrivedLine line, AccountName from, AccountName to, Ruled.Otherwise otherwise) {
        open().write(otherwise(entry(line, from, to, null, null, Entry.Vat.NONE), otherwise));
    }

    @Override
    public void place(ArrivedLine line, Placing.Possible place, Ruled.Otherwise otherwise) {
        var fund = place.fund();
        var code = otherwise.vatCode();
        var vat = code == null ? vat(line, fund) : Receipts.vat(code, line.amount(), line.bookedOn(), catalogue);
        var to = AccountName.fund(fund.code());
        open().write(otherwise(entry(line, bank(line), to, fund.code(), place.account(), vat), otherwise));
    }

    @Override
    public void suspend(ArrivedLine line, String reason, List<String> words, List<Candidate> candidates) {
        suspend(line);
        open().unplaced().ruled(line, came(line), reason, words, candidates);
    }

    private static Entry otherwise(Entry entry, Ruled.Otherwise otherwise) {
        return new Entry(
                entry.line(),
                entry.from(),
                entry.to(),
                entry.amount(),
                entry.fund(),
                entry.accountNumber(),
                otherwise.method() == null ? entry.method() : otherwise.method(),
                entry.office(),
                entry.channel(),
                entry.vat(),
                entry.happenedOn(),
                entry.reverses(),
                entry.payer(),
                otherwise.narrative() == null ? entry.narrative() : otherwise.narrative());
    }

    private static Because masked(Because because) {
        return because.about(CardNumbers::masked);
    }

    private Entry entry(
            ArrivedLine line,
            AccountName from,
            AccountName to,
            @Nullable String fund,
            @Nullable String account,
            Entry.Vat vat) {
        return new Entry(
                line.place(),
                from,
                to,
                line.amount(),
                fund,
                account,
                from(line).method(),
                office(line),
                from(line).channel(),
                vat,
                line.bookedOn(),
                null,
                line.payer().isEmpty() ? null : line.payer(),
                line.narrative().isEmpty() ? null : line.narrative());
    }

    private Place place(String fund) {
        return new Place(
                catalogue
                        .fund(fund)
                        .orElseThrow(
                                () -> new IllegalStateException("A fund was recognised that is not there: " + fund)),
                AccountName.fund(fund));
    }

    @Override
    public AccountName bank(ArrivedLine line) {
        return from(line).account();
    }

    private From from(ArrivedLine line) {
        return froms.computeIfAbsent(
                line.bankAccount(),
                _ -> line.collectedBy()
                        .map(by -> new From(AccountName.clearing(by), by, AGENT))
                        .orElseGet(() -> new From(AccountName.bank(line.bankAccount()), method, CHANNEL)));
    }

    private UnplacedRows.Came came(ArrivedLine line) {
        return new UnplacedRows.Came(from(line).method(), office(line));
    }

    /// The council's own office that the file names by its code.
    private @Nullable String office(ArrivedLine line) {
        var stated = line.stated().office();
        return stated.isEmpty()
                ? null
                : catalogue.offices().stream()
                        .map(Office::code)
                        .filter(stated::equalsIgnoreCase)
                        .findFirst()
                        .orElse(null);
    }

    /// Begins the journal. The book's connection must be idle for that, so what has been gathered goes first.
    private Open open() {
        if (open == null) {
            open = pen.map(this::begin).orElseGet(() -> new Open(_ -> {}, UnplacedRows.nowhere(catalogue), () -> {}));
        }
        return open;
    }

    private Open begin(Pen with) {
        file.copying().finish();
        var source = new Source(StatementStories.SOURCE, file.id().value().toString());
        var journal = with.bulk(source, By.person(file.receivedBy()), file.bytes() >= BIG)
                .orElseThrow(() ->
                        new IllegalStateException("An import that is not posted is in the book already: " + source));
        journal.begin(file.copying());
        return new Open(
                journal::write, new UnplacedRows(journal.journal(), source, file.copying(), catalogue), journal::prove);
    }

    @Override
    public void finish() {
        if (open != null) {
            open.prove().run();
        }
    }
}
