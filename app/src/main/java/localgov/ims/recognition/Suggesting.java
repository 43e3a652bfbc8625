package localgov.ims.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.Money;

/// Ranks where a payment may belong that could not be placed: what its text may mean, and where its payer’s money went
/// before. What the account holder owes and how they are called strengthens a suggestion and never makes one. Made of
/// one moment’s funds and accounts; make one for each piece of work, because two threads cannot share one.
public final class Suggesting {
    private static final int MOST = 5;
    /// A payer of many accounts says less about each of them.
    private static final int FOR_EACH_OTHER = 4;
    private static final int MOST_FOR_OTHERS = 48;

    private final CatalogueSnapshot catalogue;
    private final AccountIndex accounts;
    private final Repairs repairs;

    public Suggesting(CatalogueSnapshot catalogue, AccountIndex accounts) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.repairs = new Repairs(catalogue, accounts);
    }

    /// An account that the payer’s money went to before.
    ///
    /// @param times how often
    /// @param placed whether a person placed it there; otherwise it was paid there with a right reference
    public record Before(String fund, String account, long times, boolean placed) {}

    /// An account in question.
    public record Place(String fund, String account) {}

    /// @param thought what was thought possible when the money came in, the likeliest first
    /// @param before where this payer’s money went before
    public Possible possible(BankLine line, Collection<Candidate> thought, Collection<Before> before) {
        var possible = new Possible(line);
        thought.forEach(candidate -> {
            var because = candidate.because();
            var how = How.of(because.rule(), because.known());
            boolean neighbour = because.rule() == Rule.NEIGHBOURS
                    && !because.quote()
                            .toUpperCase(java.util.Locale.ROOT)
                            .replaceAll("[^0-9A-Z]", "")
                            .contains(candidate.account());
            possible.add(
                    candidate.fund(),
                    candidate.account(),
                    neighbour ? How.NEIGHBOUR : how,
                    because.quote(),
                    neighbour
                            ? List.of(How.NEIGHBOUR.reason(candidate.account(), because.quote()))
                            : reasons(candidate));
        });
        var texts = Stream.concat(Stream.of(line.name(), line.reference()), line.texts().stream())
                .filter(text -> !text.isBlank())
                .toList();
        repairs.in(texts)
                .forEach(one -> possible.add(
                        one.fund(),
                        one.account(),
                        one.how(),
                        one.quote(),
                        List.of(one.how().reason(one.quote(), one.account()))));
        before.forEach(possible::before);
        return possible;
    }

    private List<Reason> reasons(Candidate candidate) {
        var fund = catalogue.fund(candidate.fund());
        var english = candidate.because().inWords(fund.map(Fund::name).orElse(candidate.fund()));
        var welsh = candidate.because().inWelsh(fund.map(Fund::nameInWelsh).orElse(candidate.fund()));
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < english.size(); i++) {
            reasons.add(new Reason(english.get(i), welsh.get(i)));
        }
        return reasons;
    }

    private static final class Weighed {
        private final Fund fund;
        private final String account;
        private final List<Reason> reasons = new ArrayList<>();
        private How how = How.FITS;
        private String quote = "";
        private int weight;

        Weighed(Fund fund, String account) {
            this.fund = fund;
            this.account = account;
        }
    }

    /// What may be meant by one payment, to be ranked when it is known who holds the accounts.
    public final class Possible {
        private final BankLine line;
        private final Called payer;
        private final Map<Place, Weighed> places = new LinkedHashMap<>();
        private final Map<Place, Before> before = new LinkedHashMap<>();

        Possible(BankLine line) {
            this.line = line;
            this.payer = Called.of(line.name());
        }

        private void add(String fund, String account, How how, String quote, List<Reason> reasons) {
            var one = one(fund, account);
            if (one != null && (one.reasons.isEmpty() || how.weight > one.how.weight)) {
                one.how = how;
                one.quote = quote;
                one.reasons.clear();
                one.reasons.addAll(reasons);
            }
        }

        private void before(Before paid) {
            var one = one(paid.fund(), paid.account());
            if (one != null) {
                if (one.reasons.isEmpty()) {
                    one.how = How.PAID_BEFORE;
                }
                before.merge(
                        new Place(paid.fund(), paid.account()),
                        paid,
                        (first, second) -> new Before(
                                first.fund(),
                                first.account(),
                                Math.max(first.times(), second.times()),
                                first.placed()));
            }
        }

        /// Only where the money may go: in a fund in use, with a right reference and an account that exists.
        private @org.jspecify.annotations.Nullable Weighed one(String code, String account) {
            return catalogue
                    .fund(code)
                    .filter(fund -> !fund.retired()
                            && !fund.isSuspense()
                            && fund.check(account).fits())
                    .filter(fund -> !fund.accountMustExist() || accounts.exists(code, account))
                    .map(fund -> places.computeIfAbsent(
                            new Place(code, account), place -> new Weighed(fund, place.account())))
                    .orElse(null);
        }

        /// The accounts of which it helps to know who holds them.
        public Collection<Place> places() {
            return List.copyOf(places.keySet());
        }

        /// The likeliest first.
        public List<Suggested> ranked(Evidence evidence) {
            places.forEach((place, one) -> weigh(place, one, evidence));
            return places.values().stream()
                    .sorted(Comparator.comparingInt((Weighed one) -> -one.weight)
                            .thenComparing(one -> one.fund.priority())
                            .thenComparing(one -> one.account))
                    .limit(MOST)
                    .map(one ->
                            new Suggested(one.fund.code(), one.account, one.how, List.copyOf(one.reasons), one.quote))
                    .toList();
        }

        private void weigh(Place place, Weighed one, Evidence evidence) {
            var paid = before.get(place);
            var spoken = evidence.speaksFor(line, payer, place.fund(), place.account());
            long times = Math.max(spoken.times(), paid == null ? 0 : paid.times());
            var all = new Evidence.Spoken(
                    (int) Math.min(times, 1_000), spoken.due(), spoken.settled(), spoken.name(), spoken.holder());
            int others = Math.min(MOST_FOR_OTHERS, FOR_EACH_OTHER * Math.max(0, before.size() - 1));
            one.weight = one.how.weight + all.weight() - (times > 0 ? others : 0);
            if (times > 0) {
                one.reasons.add(paid(times, paid != null && paid.placed()));
            }
            if (spoken.due()) {
                var amount = Money.pence(line.pence());
                one.reasons.add(
                        new Reason("%s is due on it".formatted(amount), "Mae %s yn ddyledus arno".formatted(amount)));
            }
            switch (spoken.name()) {
                case WHOLE ->
                    one.reasons.add(new Reason(
                            "The payer is called like the account holder",
                            "Mae gan y talwr yr un enw â deiliad y cyfrif"));
                case SURNAME ->
                    one.reasons.add(new Reason(
                            "A name of the payer is a name of the account holder",
                            "Mae un o enwau’r talwr yn enw ar ddeiliad y cyfrif"));
                case NONE -> {}
            }
        }

        private static Reason paid(long times, boolean placed) {
            if (placed) {
                return times == 1
                        ? new Reason(
                                "This payer’s money was placed there once before",
                                "Gosodwyd arian y talwr hwn yno unwaith o’r blaen")
                        : new Reason(
                                "This payer’s money was placed there %d times before".formatted(times),
                                "Gosodwyd arian y talwr hwn yno %d gwaith o’r blaen".formatted(times));
            }
            return times == 1
                    ? new Reason(
                            "This payer’s bank account has paid it once before",
                            "Mae cyfrif banc y talwr hwn wedi’i dalu unwaith o’r blaen")
                    : new Reason(
                            "This payer’s bank account has paid it %d times before".formatted(times),
                            "Mae cyfrif banc y talwr hwn wedi’i dalu %d gwaith o’r blaen".formatted(times));
        }
    }
}
