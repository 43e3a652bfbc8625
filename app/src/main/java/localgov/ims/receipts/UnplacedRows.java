package localgov.ims.receipts;

import java.util.List;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.platform.CopyRows;
import localgov.ims.platform.Copying;
import localgov.ims.recognition.Because;
import localgov.ims.recognition.Candidate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes the items in suspense of one statement, each with its reason and the places it may belong to.
final class UnplacedRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "receipts_suspense_item (journal, line, pence, happened_on, office, method, payer, narrative, reason, words, source_kind, source_id, candidates)";

    private final @Nullable To to;
    private final CatalogueSnapshot catalogue;

    private record To(JournalId journal, Source source, CopyRows rows) {}

    UnplacedRows(JournalId journal, Source source, Copying copying, CatalogueSnapshot catalogue) {
        this(new To(journal, source, copying.into(COLUMNS)), catalogue);
    }

    private UnplacedRows(@Nullable To to, CatalogueSnapshot catalogue) {
        this.to = to;
        this.catalogue = catalogue;
    }

    /// For a file that is only looked at.
    static UnplacedRows nowhere(CatalogueSnapshot catalogue) {
        return new UnplacedRows(null, catalogue);
    }

    /// A place it may belong to, as it is kept.
    ///
    /// @param because the reason as [Because#compact] keeps it
    record KeptCandidate(String fund, String account, String rule, String because, List<String> reasons) {}

    /// How it came.
    record Came(String method, @Nullable String office) {}

    void recognised(ArrivedLine line, Came came, Because because, String likeliestFund, List<Candidate> candidates) {
        write(
                line,
                came,
                because.rule().code(),
                because.inWords(fundName(likeliestFund)),
                candidates.stream().map(this::kept).toList());
    }

    /// A rule says that it is not to be placed, or where it cannot be.
    void ruled(ArrivedLine line, Came came, String reason, List<String> words, List<Candidate> candidates) {
        write(line, came, reason, words, candidates.stream().map(this::kept).toList());
    }

    void several(ArrivedLine line, Came came) {
        write(line, came, StatementReceipts.SEVERAL, StatementReceipts.SEVERAL_IN_WORDS, List.of());
    }

    void otherFund(ArrivedLine line, Came came, Candidate recognised) {
        write(
                line,
                came,
                StatementReceipts.OTHER_FUND,
                StatementReceipts.OTHER_FUND_IN_WORDS,
                List.of(kept(recognised)));
    }

    private KeptCandidate kept(Candidate candidate) {
        var because = candidate.because().about(CardNumbers::masked);
        return new KeptCandidate(
                candidate.fund(),
                candidate.account(),
                because.rule().code(),
                because.compact(),
                because.inWords(fundName(candidate.fund())));
    }

    private String fundName(String code) {
        return catalogue.fund(code).map(Fund::name).orElse(code);
    }

    private void write(ArrivedLine line, Came came, String reason, List<String> words, List<KeptCandidate> candidates) {
        if (to == null) {
            return;
        }
        to.rows()
                .number(to.journal().value())
                .number(line.place())
                .number(line.amount().pence())
                .day(line.bookedOn())
                .text(came.office())
                .text(came.method())
                .text(line.payer().isEmpty() ? null : line.payer())
                .text(line.narrative().isEmpty() ? null : line.narrative())
                .ascii(reason)
                .text(String.join(" ", words))
                .ascii(to.source().kind())
                .ascii(to.source().id())
                .text(candidates.isEmpty() ? "[]" : JSON.writeValueAsString(candidates))
                .end();
    }
}
