package localgov.ims.receipts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.imports.Taken;
import localgov.ims.ledger.AccountName;
import localgov.ims.recognition.Candidate;
import localgov.ims.recognition.Recogniser;
import localgov.ims.recognition.Recognisers;
import localgov.ims.rules.Placing;
import localgov.ims.rules.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what rules would do with lines of files, exactly as when a file is taken, and writes nothing down.
@Component
public class Rehearsing {
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Recognisers recognisers;

    Rehearsing(Catalogue catalogue, Accounts accounts, Recognisers recognisers) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.recognisers = recognisers;
    }

    /// With these rules, and the funds and accounts of this moment. Two threads cannot share one.
    public Rehearsal with(RuleBook rules) {
        return new Rehearsal(rules, catalogue.now(), accounts.index(), recognisers.now());
    }

    public static final class Rehearsal {
        private final RuleBook rules;
        private final CatalogueSnapshot catalogue;
        private final AccountIndex accounts;
        private final Recogniser recogniser;
        private final String usual;
        private final Map<String, Ruled> bySource = new HashMap<>();
        private final NoBook book;

        Rehearsal(RuleBook rules, CatalogueSnapshot catalogue, AccountIndex accounts, Recogniser recogniser) {
            this.rules = rules;
            this.catalogue = catalogue;
            this.accounts = accounts;
            this.recogniser = recogniser;
            this.book = new NoBook(catalogue);
            this.usual = catalogue
                    .method(MethodKind.BANK, Channel.IMPORT)
                    .map(known -> known.code())
                    .orElse(StatementTaking.METHOD);
        }

        /// What the rules would do with a line; empty where none of them decides.
        ///
        /// @param source the source of the file; empty when it came from none
        /// @param method the method of its lines; nothing for the usual one
        public Optional<Would> take(ArrivedLine line, String source, @Nullable String method) {
            var of = method == null ? usual : method;
            book.begin(of);
            var taken =
                    bySource.computeIfAbsent(source, code -> ruled(code, of)).take(line);
            return Optional.ofNullable(taken).map(decided -> new Would(decided, book.written));
        }

        private Ruled ruled(String source, String method) {
            return new Ruled(
                    rules,
                    catalogue,
                    accounts,
                    source,
                    method,
                    line -> recogniser.recognise(StatementTaking.said(line)),
                    book);
        }
    }

    /// What would become of a line.
    public record Would(Taken taken, Written written) {
        /// Why, as it is kept with the line, without the rule’s name and version.
        public String more() {
            return moreOf(taken.because());
        }
    }

    /// What a rule would write into the book; no accounts where it leaves the line out.
    ///
    /// @param says what the rule itself says of it, nothing where it leaves that as it is
    /// @param own what it then is
    public record Written(@Nullable String from, @Nullable String to, Marks says, Marks own) {
        static final Written NOTHING = new Written(null, null, Marks.NONE, Marks.NONE);
    }

    /// What marks a posting besides where it is.
    public record Marks(
            @Nullable String method,
            @Nullable String vatCode,
            @Nullable String narrative) {
        static final Marks NONE = new Marks(null, null, null);

        static Marks of(Ruled.Otherwise otherwise) {
            return new Marks(otherwise.method(), otherwise.vatCode(), otherwise.narrative());
        }
    }

    /// Of the reason that is kept with a line which a rule decided, what does not name the rule.
    public static String moreOf(String because) {
        return RuledReason.read(because).more();
    }

    /// What is rehearsed is in no book; the last that would have been is held.
    private static final class NoBook implements Ruled.Book {
        private final CatalogueSnapshot catalogue;
        private Written written = Written.NOTHING;
        private String method = "";

        NoBook(CatalogueSnapshot catalogue) {
            this.catalogue = catalogue;
        }

        void begin(String methodOfFile) {
            method = methodOfFile;
            written = Written.NOTHING;
        }

        @Override
        public AccountName bank(ArrivedLine line) {
            return line.collectedBy().map(AccountName::clearing).orElseGet(() -> AccountName.bank(line.bankAccount()));
        }

        @Override
        public void write(ArrivedLine line, AccountName from, AccountName to, Ruled.Otherwise otherwise) {
            written = new Written(from.value(), to.value(), Marks.of(otherwise), own(line, null));
        }

        @Override
        public void place(ArrivedLine line, Placing.Possible place, Ruled.Otherwise otherwise) {
            var fund = place.fund();
            var code = StatementTaking.vatCode(line, fund, catalogue);
            var to = AccountName.fund(fund.code()).value();
            written = new Written(bank(line).value(), to, Marks.of(otherwise), own(line, code));
        }

        @Override
        public void suspend(ArrivedLine line, String reason, List<String> words, List<Candidate> candidates) {
            written = new Written(bank(line).value(), AccountName.SUSPENSE.value(), Marks.NONE, own(line, null));
        }

        private Marks own(ArrivedLine line, @Nullable String vatCode) {
            var narrative = line.narrative().isEmpty() ? null : line.narrative();
            return new Marks(line.collectedBy().orElse(method), vatCode, narrative);
        }
    }
}
