package localgov.ims.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.CatalogueSnapshot;

/// Finds accounts that a text may mean although none of them stands there: a slip of the pen, letters that look like
/// digits, a beginning left out or written twice, a bill's number attached, zeros lost, a number that a spreadsheet
/// rounded. Only accounts that exist are found. Nothing is ever posted by this; a person chooses. Not for use by two
/// threads.
final class Repairs {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 24;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_ZEROS = 6;
    private static final int MOST_BEHIND = 10;
    private static final Pattern GROUP = Pattern.compile("[0-9A-Za-z]+");
    private static final Pattern MOSTLY_DIGITS = Pattern.compile("(?:[^0-9]*[0-9]){4,}[^0-9]*");
    private static final Pattern SCIENTIFIC =
            Pattern.compile("(?<![0-9.])([1-9])\\.([0-9]{2,12})[eE]\\+?([0-9]{1,2})(?![0-9])");

    private final List<FundRule> rules;
    private final AccountIndex accounts;
    private final OneSlip slips;

    Repairs(CatalogueSnapshot catalogue, AccountIndex accounts) {
        this.accounts = accounts;
        this.rules = catalogue.funds().stream()
                .filter(fund -> fund.accountMustExist() && fund.format() != null)
                .map(FundRule::new)
                .toList();
        var byLength = new FundRule[38][];
        for (int length = 0; length < byLength.length; length++) {
            int wanted = length;
            byLength[length] = rules.stream()
                    .filter(rule -> rule.shortest <= wanted && wanted <= rule.longest)
                    .toArray(FundRule[]::new);
        }
        this.slips = new OneSlip(byLength, accounts);
    }

    /// An account that may be meant.
    record Repair(String fund, String account, How how, String quote) {}

    /// The likeliest kind of each account, in no order.
    List<Repair> in(List<String> texts) {
        var found = new LinkedHashMap<String, Repair>();
        for (var quote : quotes(texts)) {
            alike(quote, found);
            beginnings(quote, found);
            attached(quote, found);
            zeros(quote, found);
            slips.of(quote, (rule, account, kind) -> add(found, rule, account, how(kind), quote));
        }
        texts.forEach(text -> rounded(text, found));
        return List.copyOf(found.values());
    }

    private static How how(OneSlip.Kind kind) {
        return switch (kind) {
            case SWAPPED -> How.SWAPPED;
            case WRONG -> How.WRONG;
            case MISSING -> How.MISSING;
            case TOO_MANY -> How.TOO_MANY;
        };
    }

    private static void add(Map<String, Repair> found, FundRule rule, String account, How how, String quote) {
        found.merge(
                rule.fund + " " + account,
                new Repair(rule.fund, account, how, quote),
                (before, now) -> before.how().weight >= now.how().weight ? before : now);
    }

    private boolean exists(FundRule rule, String account) {
        return rule.fits(account, 0, account.length()) && accounts.exists(rule.fund, account);
    }

    /// Single words, and neighbouring words as one, also across the end of a field: references are written in groups
    /// and wrapped.
    private static Set<String> quotes(List<String> texts) {
        var groups = texts.stream()
                .flatMap(text -> GROUP.matcher(text).results().map(found -> found.group()))
                .map(group -> group.toUpperCase(Locale.ROOT))
                .toList();
        var quotes = new LinkedHashSet<String>();
        for (int from = 0; from < groups.size(); from++) {
            var joined = new StringBuilder();
            for (int to = from;
                    to < groups.size()
                            && to - from < MOST_GROUPS
                            && joined.length() + groups.get(to).length() <= LONGEST;
                    to++) {
                joined.append(groups.get(to));
                if (joined.length() >= SHORTEST
                        && MOSTLY_DIGITS.matcher(digits(joined)).matches()) {
                    quotes.add(joined.toString());
                }
            }
        }
        return quotes;
    }

    private static final String LETTERS = "OQDILSBZG";
    private static final String DIGITS = "000115826";

    private static char digit(char c) {
        int letter = LETTERS.indexOf(c);
        return letter < 0 ? c : DIGITS.charAt(letter);
    }

    /// With a digit for every letter that looks like one.
    private static String digits(CharSequence text) {
        var digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            digits.append(digit(text.charAt(i)));
        }
        return digits.toString();
    }

    /// Behind its beginning a reference has digits; the beginning itself may have been read as digits.
    private void alike(String quote, Map<String, Repair> found) {
        var meant = digits(quote);
        for (var rule : rules) {
            for (var start : rule.starts) {
                if (quote.length() >= rule.shortest
                        && quote.length() <= rule.longest
                        && meant.startsWith(digits(start))) {
                    var account = start + meant.substring(start.length());
                    if (!account.equals(quote) && exists(rule, account)) {
                        add(found, rule, account, How.LOOKS_ALIKE, quote);
                    }
                }
            }
        }
    }

    private void beginnings(String quote, Map<String, Repair> found) {
        for (var rule : rules) {
            for (var start : rule.starts) {
                if (start.isEmpty()) {
                    continue;
                }
                if (!quote.startsWith(start) || start.length() == 1) {
                    offer(found, rule, start + quote, How.PREFIX_MISSING, quote);
                }
                if (quote.startsWith(start + start)) {
                    offer(found, rule, quote.substring(start.length()), How.PREFIX_TWICE, quote);
                }
            }
        }
    }

    private void offer(Map<String, Repair> found, FundRule rule, String account, How how, String quote) {
        if (account.length() >= rule.shortest && account.length() <= rule.longest && exists(rule, account)) {
            add(found, rule, account, how, quote);
        }
    }

    /// A bill's number behind it, or something before it.
    private void attached(String quote, Map<String, Repair> found) {
        for (var rule : rules) {
            for (int length = rule.shortest; length <= Math.min(rule.longest, quote.length() - 2); length++) {
                if (quote.length() - length <= MOST_BEHIND) {
                    offer(found, rule, quote.substring(0, length), How.MORE_BEHIND, quote);
                    offer(found, rule, quote.substring(quote.length() - length), How.MORE_BEFORE, quote);
                }
            }
        }
    }

    /// Spreadsheets take zeros from the front of a number, and people skip them.
    private void zeros(String quote, Map<String, Repair> found) {
        for (var rule : rules) {
            for (var start : rule.starts) {
                if (quote.startsWith(start) && quote.length() < rule.longest) {
                    for (int zeros = 1; zeros <= MOST_ZEROS && quote.length() + zeros <= rule.longest; zeros++) {
                        offer(
                                found,
                                rule,
                                start + "0".repeat(zeros) + quote.substring(start.length()),
                                How.ZEROS_LOST,
                                quote);
                    }
                }
            }
        }
    }

    /// `6.12346E+10`: every account that is rounded to it.
    private void rounded(String text, Map<String, Repair> found) {
        SCIENTIFIC.matcher(text).results().forEach(match -> {
            int exponent = Integer.parseInt(match.group(3));
            int unknown = exponent - match.group(2).length();
            if (unknown < 0 || exponent > 17) {
                return;
            }
            long unit = pow(unknown);
            long value = Long.parseLong(match.group(1) + match.group(2)) * unit;
            for (var rule : rules) {
                if (rule.digitsOnly && rule.shortest <= exponent + 1 && exponent + 1 <= rule.longest) {
                    within(rule, value - unit / 2, value + unit / 2)
                            .forEach(account -> add(found, rule, account, How.ROUNDED, match.group()));
                }
            }
        });
    }

    private static long pow(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /// No more than a few: a number of which little is left says nothing.
    private List<String> within(FundRule rule, long from, long to) {
        var accountsWithin = new ArrayList<String>();
        accounts.each(rule.fund, number -> {
            if (accountsWithin.size() < OneSlip.MOST && rule.fits(number, 0, number.length())) {
                long value = Long.parseLong(number);
                if (from <= value && value <= to) {
                    accountsWithin.add(number);
                }
            }
        });
        return accountsWithin;
    }
}
