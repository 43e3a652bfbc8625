package localgov.ims.receipts;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.imports.KindOfFile;
import localgov.ims.imports.Taken;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.recognition.Because;
import localgov.ims.recognition.Recognisers;
import localgov.ims.recognition.Rule;
import localgov.ims.rules.Rules;
import org.springframework.stereotype.Component;

/// Bank statements: money that is in the bank and must be in the book, where it belongs if that is certain, and in
/// suspense with the reason if it is not.
@Component
class StatementReceipts implements KindOfFile {
    static final String CODE = "bank-statement";

    /// What others may hold for a while: neither what the bank itself brings, nor what moves within the books.
    private static final Set<MethodKind> COLLECTED = EnumSet.complementOf(
            EnumSet.of(MethodKind.BANK, MethodKind.DIRECT_DEBIT, MethodKind.JOURNAL, MethodKind.FEE));

    /// Money that left the bank. It is in the book, so that the book's balance is the bank's.
    static final String PAID_OUT = "paid-out";

    /// An agent undid it: a payment that was taken back, a cheque that bounced.
    static final String TAKEN_BACK = "taken-back";

    /// The file itself says the fund, and the reference is one of it.
    static final String STATED = "stated";

    /// The file says one fund, and the reference is of another.
    static final String OTHER_FUND = "other-fund";

    static final List<String> OTHER_FUND_IN_WORDS = List.of("The file says one fund, and the reference is of another.");

    /// Several payments booked as one, of which the file does not say how much each was.
    static final String SEVERAL = "several";
    static final List<String> SEVERAL_IN_WORDS =
            List.of("These are several payments in one, and the file does not say how much each of them was.");

    private final Pen pen;
    private final Catalogue catalogue;
    private final Recognisers recognisers;
    private final Rules rules;
    private final Accounts accounts;
    private final FileTakingBack takingBack;

    StatementReceipts(
            Pen pen,
            Catalogue catalogue,
            Recognisers recognisers,
            Rules rules,
            Accounts accounts,
            FileTakingBack takingBack) {
        this.pen = pen;
        this.catalogue = catalogue;
        this.recognisers = recognisers;
        this.rules = rules;
        this.accounts = accounts;
        this.takingBack = takingBack;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Taking begin(OpenFile file) {
        return taking(file, Optional.of(pen));
    }

    @Override
    public Taking rehearse(OpenFile file) {
        return taking(file, Optional.empty());
    }

    @Override
    public boolean takeBack(TakenBack file) {
        return takingBack.takeBackFile(file);
    }

    private Taking taking(OpenFile file, Optional<Pen> by) {
        return new StatementTaking(file, by, catalogue.now(), recognisers.now(), rules.now(), accounts.index());
    }

    @Override
    public Optional<String> collectedBy(String called) {
        var found = catalogue.now().methods().stream()
                .filter(method -> COLLECTED.contains(method.kind()))
                .filter(method ->
                        method.code().equalsIgnoreCase(called) || method.name().equalsIgnoreCase(called))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().code()) : Optional.empty();
    }

    @Override
    public List<Why> inWords(String rule, String because, Taken.Place taken) {
        if (rule.startsWith(Rules.PREFIX)) {
            return RuledReason.read(because).why();
        }
        return switch (rule) {
            case PAID_OUT ->
                why(
                        "The bank paid this out; a person must say what for.",
                        "Talodd y banc hwn allan; rhaid i berson ddweud am beth.");
            case TAKEN_BACK ->
                why(
                        "Whoever collected it took this back; a person must say what it undoes.",
                        "Cymerodd y sawl a’i casglodd hwn yn ôl; rhaid i berson ddweud beth y mae’n ei ddadwneud.");
            case STATED ->
                why(
                        "The file says which fund it is for, and the reference is one of that fund.",
                        "Mae’r ffeil yn dweud i ba gronfa y mae, ac mae’r cyfeirnod yn un o’r gronfa honno.");
            case OTHER_FUND ->
                why(
                        OTHER_FUND_IN_WORDS.getFirst(),
                        "Mae’r ffeil yn dweud un gronfa, ac mae’r cyfeirnod yn perthyn i un arall.");
            case SEVERAL ->
                why(
                        SEVERAL_IN_WORDS.getFirst(),
                        "Sawl taliad mewn un yw’r rhain, ac nid yw’r ffeil yn dweud faint oedd pob un ohonynt.");
            default ->
                Rule.of(rule)
                        .map(known -> recognised(known, KeptReason.read(because, Optional.ofNullable(taken.fund()))))
                        .orElse(List.of());
        };
    }

    private static List<Why> why(String english, String welsh) {
        return List.of(new Why(english, welsh));
    }

    private List<Why> recognised(Rule rule, KeptReason kept) {
        var because = Because.read(rule, kept.compact());
        var called = fund(kept.fund());
        var english = because.inWords(called.name());
        var welsh = because.inWelsh(called.nameInWelsh().isEmpty() ? called.name() : called.nameInWelsh());
        return IntStream.range(0, english.size())
                .mapToObj(i -> new Why(english.get(i), welsh.get(i)))
                .toList();
    }

    @Override
    public Called fund(String code) {
        return catalogue
                .now()
                .fund(code)
                .map(fund -> new Called(fund.name(), fund.nameInWelsh()))
                .orElse(new Called(code, ""));
    }
}
