package localgov.ims.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.CardNumbers;

/// Says where an amount belongs by the texts that came with it. Made of one moment's funds and accounts; make one for
/// each piece of work, because two threads cannot share one.
///
/// Every stretch of neighbouring words and numbers, joined without what separates them, is held against
/// the formats of its length. A stretch is certain when it fits and its account exists, or when nothing
/// but a reference of that fund has such a form. Letters or digits that touch it, or groups of digits
/// next to a number that was joined from groups, make it doubtful: they may be part of another number.
public final class Recogniser {
    static final int MOST_GROUPS = 8;
    private static final int MOST_CANDIDATES = 8;
    static final int LONGEST = 36;

    /// Shorter numbers are met by chance: they count only when they are the whole of the payer's reference.
    static final int SHORTEST_INSIDE = 6;

    private final FundRule[][] byLength = new FundRule[LONGEST + 1][];
    private final long[] firsts = new long[LONGEST + 1];
    private final FundRule[] separated;
    private final AccountIndex accounts;
    private final Tokens tokens = new Tokens();
    private final Found[] found = new Found[MOST_CANDIDATES];
    private int reference;
    private int name;

    private final Certainty certainty;
    private final Surroundings surroundings;
    private final Doubtful doubtful;

    private Recogniser(List<Fund> funds, AccountIndex accounts, Evidence evidence) {
        this.accounts = accounts;
        var rules = funds.stream()
                .filter(fund -> !fund.isSuspense())
                .map(FundRule::new)
                .filter(FundRule::isUseful)
                .toList();
        for (int length = 0; length <= LONGEST; length++) {
            int wanted = length;
            byLength[length] = rules.stream()
                    .filter(rule -> rule.shortest <= wanted && wanted <= rule.longest)
                    .toArray(FundRule[]::new);
            for (var rule : byLength[length]) {
                firsts[length] |= rule.firsts;
            }
        }
        this.separated = rules.stream()
                .filter(rule -> rule.separators && (rule.strong || rule.accountMustExist))
                .toArray(FundRule[]::new);
        var slips = new OneSlip(listed(byLength), accounts);
        this.certainty = new Certainty(slips, evidence);
        this.doubtful = new Doubtful(tokens, byLength, accounts);
        this.surroundings = new Surroundings(tokens, rules.toArray(FundRule[]::new), slips);
        for (int i = 0; i < MOST_CANDIDATES; i++) {
            found[i] = new Found();
        }
    }

    private static FundRule[][] listed(FundRule[][] byLength) {
        return Arrays.stream(byLength)
                .map(rules -> Arrays.stream(rules)
                        .filter(rule -> rule.accountMustExist && rule.format != null)
                        .toArray(FundRule[]::new))
                .toArray(FundRule[][]::new);
    }

    /// Compiles the funds' formats. Nothing is known of who holds accounts, so that what needs more than its number is
    /// left to a person.
    public static Recogniser of(CatalogueSnapshot catalogue, AccountIndex accounts) {
        return of(catalogue, accounts, Evidence.NONE);
    }

    /// Compiles the funds' formats.
    ///
    /// @param evidence is asked only about a number that might be a slip of the pen for another account's
    public static Recogniser of(CatalogueSnapshot catalogue, AccountIndex accounts, Evidence evidence) {
        return new Recogniser(catalogue.funds(), accounts, evidence);
    }

    /// A stretch that fits a fund.
    private static final class Found {
        private FundRule rule;
        private boolean separators;
        private int from;
        private int to;
        private int first;
        private int last;
        private boolean known;
        private Rule because = Rule.NOTHING;

        @SuppressWarnings("NullAway.Init")
        Found() {}
    }

    /// @param payerReference the field meant for the reference
    /// @param payerName the other side's name: some people write the reference there
    /// @param texts all other text, in order; a reference may begin in one and end in the next
    public Recognition recognise(String payerReference, String payerName, List<String> texts) {
        return recognise(BankLine.of(payerReference, payerName, texts));
    }

    /// Where the amount of a line belongs.
    public Recognition recognise(BankLine line) {
        tokens.clear();
        name = tokens.add(line.name());
        reference = tokens.add(line.reference());
        var texts = line.texts();
        for (int i = 0; i < texts.size(); i++) {
            tokens.add(texts.get(i));
        }
        int certain = search();
        return certain == 1 ? trusted(found[0], line) : unplaced(certain);
    }

    /// The one place that the line names, unless something makes it doubtful.
    private Recognition trusted(Found place, BankLine line) {
        var account = account(place);
        if (surroundings.sayItComesBack()) {
            return doubted(place, account, Rule.RETURNED, List.of());
        }
        if (surroundings.holdAnotherNumber(
                new Surroundings.Named(place.first, place.last, account, reference, place.rule.accountMustExist))) {
            return doubted(place, account, Rule.ANOTHER_NUMBER, List.of());
        }
        var doubt = certainty.doubt(place.rule, account, isLoose(place), line);
        return doubt == null
                ? new Recognition.Certain(place.rule.fund, account, because(place))
                : doubted(place, account, doubt.rule(), doubt.neighbours());
    }

    /// Not where a payer writes a reference, or made of groups that may not belong together.
    private boolean isLoose(Found place) {
        return switch (place.because) {
            case WHOLE_REFERENCE -> false;
            case IN_REFERENCE -> place.first < place.last;
            default -> true;
        };
    }

    private Recognition doubted(Found place, String account, Rule why, List<Certainty.Neighbour> neighbours) {
        var because = new Because(why, tokens.quote(place.first, place.last), place.rule.checked, place.known);
        var candidates = new ArrayList<Candidate>();
        candidates.add(new Candidate(place.rule.fund, account, because));
        neighbours.stream()
                .limit(MOST_CANDIDATES - 1)
                .map(other -> new Candidate(
                        other.rule().fund,
                        other.account(),
                        new Because(Rule.NEIGHBOURS, because.quote(), other.rule().checked, true)))
                .forEach(candidates::add);
        return new Recognition.Unplaced(because, List.copyOf(candidates));
    }

    /// How many different places are certain; they are in `found`.
    private int search() {
        int certain = 0;
        for (int first = 0; first < tokens.count; first++) {
            boolean digit = false;
            for (int last = first;
                    last < tokens.count && last - first < MOST_GROUPS && tokens.field[last] - tokens.field[first] <= 1;
                    last++) {
                digit |= tokens.hasDigit[last];
                int length = tokens.end[last] - tokens.start[first];
                if (length > LONGEST) {
                    break;
                }
                if (digit && (firsts[length] & Tokens.bit(tokens.charAt(tokens.start[first]))) != 0) {
                    certain = search(first, last, byLength[length], certain);
                }
                if (digit && last > first && separated.length > 0 && tokens.field[last] == tokens.field[first]) {
                    certain = searchWithSeparators(first, last, certain);
                }
            }
        }
        return certain;
    }

    private int search(int first, int last, FundRule[] rules, int certain) {
        int from = tokens.start[first];
        int to = tokens.end[last];
        int count = certain;
        for (var rule : rules) {
            if (rule.fits(tokens, from, to) && isCertain(rule, first, last, from, to)) {
                count = note(rule, first, last, from, to, false, count);
            }
        }
        return count;
    }

    private int searchWithSeparators(int first, int last, int certain) {
        int from = tokens.rawStart[first];
        int to = tokens.rawEnd[last];
        var raw = tokens.withSeparators();
        int count = certain;
        for (var rule : separated) {
            if ((rule.firsts & Tokens.bit(raw.charAt(from))) != 0
                    && rule.fits(raw, from, to)
                    && (rule.strong || accounts.exists(rule.fund, raw, from, to))) {
                count = note(rule, first, last, from, to, true, count);
            }
        }
        return count;
    }

    private boolean isCertain(FundRule rule, int first, int last, int from, int to) {
        boolean whole = tokens.isWholeReference(first, last, reference);
        if (isDoubtful(rule, first, last) || to - from < SHORTEST_INSIDE && !whole) {
            return false;
        }
        if (rule.accountMustExist) {
            return accounts.exists(rule.fund, tokens, from, to);
        }
        return rule.strong
                || rule.checked && whole && !isCardNumber(from, to)
                || accounts.exists(rule.fund, tokens, from, to);
    }

    /// Letters or digits may belong to it that are not in it, or digits are in it that may not belong to it.
    private boolean isDoubtful(FundRule rule, int first, int last) {
        if (first > 0 && tokens.mayBeOneNumber(first - 1) || tokens.mayBeOneNumber(last)) {
            return true;
        }
        if (last > first
                && !tokens.hasDigit[last]
                && last + 1 < tokens.count
                && tokens.field[last + 1] == tokens.field[last]) {
            // `BJ1234567 A/C`: a letter at the end may be the first of the next words.
            return true;
        }
        return rule.digitsOnly && last > first && (isDigits(first - 1, first) || isDigits(last + 1, last));
    }

    private boolean isDigits(int neighbour, int token) {
        return neighbour >= 0
                && neighbour < tokens.count
                && tokens.digitsOnly[neighbour]
                && tokens.field[neighbour] == tokens.field[token];
    }

    private boolean isCardNumber(int from, int to) {
        var number = tokens.text(from, to);
        return !CardNumbers.masked(number).equals(number);
    }

    /// Notes a place unless it is noted already; the better of two reasons stays.
    private int note(FundRule rule, int first, int last, int from, int to, boolean separators, int count) {
        var because = because(first, last);
        for (int i = 0; i < count; i++) {
            if (isSame(found[i], rule, from, to, separators)) {
                if (because.compareTo(found[i].because) < 0) {
                    fill(found[i], rule, first, last, from, to, separators, because);
                }
                return count;
            }
        }
        if (count == MOST_CANDIDATES) {
            return count;
        }
        fill(found[count], rule, first, last, from, to, separators, because);
        return count + 1;
    }

    private void fill(
            Found place, FundRule rule, int first, int last, int from, int to, boolean separators, Rule because) {
        place.rule = rule;
        place.first = first;
        place.last = last;
        place.from = from;
        place.to = to;
        place.separators = separators;
        place.because = because;
        place.known = accounts.exists(rule.fund, separators ? tokens.withSeparators() : tokens, from, to);
    }

    private boolean isSame(Found place, FundRule rule, int from, int to, boolean separators) {
        if (place.rule != rule || place.separators != separators || place.to - place.from != to - from) {
            return false;
        }
        var text = separators ? tokens.withSeparators() : tokens;
        for (int i = 0; i < to - from; i++) {
            if (text.charAt(place.from + i) != text.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    private Rule because(int first, int last) {
        int field = tokens.field[first];
        if (field != tokens.field[last]) {
            return Rule.SPLIT;
        }
        if (field == reference) {
            return tokens.isWholeField(first, last) ? Rule.WHOLE_REFERENCE : Rule.IN_REFERENCE;
        }
        return field == name ? Rule.IN_NAME : Rule.IN_TEXT;
    }

    private String account(Found place) {
        return place.separators ? tokens.rawText(place.from, place.to) : tokens.text(place.from, place.to);
    }

    private Because because(Found place) {
        return new Because(place.because, tokens.quote(place.first, place.last), place.rule.checked, place.known);
    }

    private Recognition unplaced(int certain) {
        var candidates = new LinkedHashMap<String, Candidate>();
        for (int i = 0; i < certain; i++) {
            add(candidates, new Candidate(found[i].rule.fund, account(found[i]), because(found[i])));
        }
        if (certain > 1) {
            return new Recognition.Unplaced(two(candidates), List.copyOf(candidates.values()));
        }
        doubtful.gather(candidates, reference);
        var ranked = candidates.values().stream()
                .sorted(Comparator.comparing(candidate -> candidate.because().rule()))
                .limit(MOST_CANDIDATES)
                .toList();
        return new Recognition.Unplaced(
                ranked.isEmpty() ? Because.NOTHING : ranked.getFirst().because(), ranked);
    }

    static void add(Map<String, Candidate> candidates, Candidate candidate) {
        candidates.putIfAbsent(candidate.fund() + " " + candidate.account(), candidate);
    }

    private static Because two(Map<String, Candidate> candidates) {
        var accounts = new ArrayList<String>();
        candidates
                .values()
                .forEach(candidate -> accounts.add("%s (fund %s)".formatted(candidate.account(), candidate.fund())));
        return new Because(Rule.TWO_PLACES, String.join(", ", accounts), false, false);
    }
}
