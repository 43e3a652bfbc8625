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

        Rehearsal(RuleBook rules, CatalogueSnapshot catalogue, AccountIndex accounts, Recogniser recogniser) {
            this.rules = rules;
            this.catalogue = catalogue;
            this.accounts = accounts;
            this.recogniser = recogniser;
            this.usual = catalogue
                    .method(MethodKind.BANK, Channel.IMPORT)
                    .map(known -> known.code())
                    .orElse(StatementTaking.METHOD);
        }

        /// What the rules would do with a line; empty where none of them decides.
        ///
        /// @param source the source of the file; empty when it came from none
        /// @param method the method of its lines; nothing for the usual one
        public Optional<Taken> take(ArrivedLine line, String source, @Nullable String method) {
            return Optional.ofNullable(bySource.computeIfAbsent(
                            source, code -> ruled(code, method == null ? usual : method))
                    .take(line));
        }

        private Ruled ruled(String source, String method) {
            return new Ruled(
                    rules,
                    catalogue,
                    accounts,
                    source,
                    method,
                    line -> recogniser.recognise(StatementTaking.said(line)),
                    new NoBook());
        }
    }

    /// What is rehearsed is in no book.
    private static final class NoBook implements Ruled.Book {
        @Override
        public AccountName bank(ArrivedLine line) {
            return AccountName.bank(line.bankAccount());
        }

        @Override
        public void write(ArrivedLine line, AccountName from, AccountName to, Ruled.Otherwise otherwise) {}

        @Override
        public void place(ArrivedLine line, Placing.Possible place, Ruled.Otherwise otherwise) {}

        @Override
        public void suspend(ArrivedLine line, String reason, List<String> words, List<Candidate> candidates) {}
    }
}
