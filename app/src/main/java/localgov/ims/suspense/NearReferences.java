package localgov.ims.suspense;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.Fund;

/// Finds accounts whose number is one slip of the pen away from something in a text: two neighbours swapped, one
/// digit wrong, missing or too many. Only accounts that exist are found, so only funds whose accounts are known are
/// asked.
final class NearReferences {
    /// More than this many accounts near one text say nothing about any of them.
    private static final int MOST = 3;

    private static final int SHORTEST = 6;
    private static final int LONGEST = 20;
    private static final Pattern GROUP = Pattern.compile("[0-9A-Za-z]+");
    private static final Pattern MOSTLY_DIGITS = Pattern.compile("(?:[^0-9]*[0-9]){5,}[^0-9]*");

    private final List<Fund> funds;
    private final AccountIndex accounts;

    NearReferences(List<Fund> funds, AccountIndex accounts) {
        this.funds = funds.stream()
                .filter(fund -> fund.accountMustExist() && fund.format() != null)
                .toList();
        this.accounts = accounts;
    }

    enum Slip {
        SWAPPED("with two neighbours swapped"),
        WRONG("with one character wrong"),
        MISSING("with one character missing"),
        TOO_MANY("with one character too many");

        private final String words;

        Slip(String words) {
            this.words = words;
        }
    }

    /// @param quote what stands in the text
    record Near(Fund fund, String account, Slip slip, String quote) {
        String inWords() {
            return "“%s” is %s %s".formatted(quote, account, slip.words);
        }
    }

    /// The nearest accounts, swaps first; none when there are too many to mean anything.
    List<Near> in(String text) {
        var found = new LinkedHashMap<String, Near>();
        for (var quote : quotes(text)) {
            for (var slip : Slip.values()) {
                var near = near(quote, slip);
                if (near.size() <= MOST) {
                    near.forEach(one -> found.putIfAbsent(one.fund().code() + " " + one.account(), one));
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Near::slip))
                .limit(MOST)
                .toList();
    }

    /// Single words, and neighbouring words as one: references are often written in groups.
    private static List<String> quotes(String text) {
        var groups = GROUP.matcher(text).results().map(found -> found.group()).toList();
        var quotes = new ArrayList<String>();
        for (int from = 0; from < groups.size(); from++) {
            var joined = new StringBuilder();
            for (int to = from;
                    to < groups.size() && joined.length() + groups.get(to).length() <= LONGEST;
                    to++) {
                joined.append(groups.get(to));
                if (joined.length() >= SHORTEST && MOSTLY_DIGITS.matcher(joined).matches()) {
                    quotes.add(joined.toString());
                }
            }
        }
        return quotes;
    }

    private List<Near> near(String quote, Slip slip) {
        var found = new LinkedHashMap<String, Near>();
        for (var variant : variants(quote.toUpperCase(Locale.ROOT), slip)) {
            for (var fund : funds) {
                if (fund.format() != null && fund.format().fits(variant) && accounts.exists(fund.code(), variant)) {
                    found.putIfAbsent(fund.code() + " " + variant, new Near(fund, variant, slip, quote));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> variants(String text, Slip slip) {
        var variants = new ArrayList<String>();
        for (int at = 0; at < text.length(); at++) {
            switch (slip) {
                case SWAPPED -> swap(text, at, variants);
                case WRONG -> digits(text.substring(0, at), text.substring(at + 1), variants);
                case MISSING -> digits(text.substring(0, at), text.substring(at), variants);
                case TOO_MANY -> variants.add(text.substring(0, at) + text.substring(at + 1));
            }
        }
        if (slip == Slip.MISSING) {
            digits(text, "", variants);
        }
        variants.removeIf(text::equals);
        return variants;
    }

    private static void swap(String text, int at, List<String> variants) {
        if (at + 1 < text.length()) {
            variants.add(text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2));
        }
    }

    private static void digits(String before, String after, List<String> variants) {
        for (char digit = '0'; digit <= '9'; digit++) {
            variants.add(before + digit + after);
        }
    }
}
