package localgov.ims.recognition;

import java.util.Set;

/// Looks at what else a line says beside the one account that it names.
final class Surroundings {
    private static final int FEWEST_DIGITS = 6;
    private static final int PARTICULAR = 2;
    private static final Set<String> COMING_BACK = Set.of("RETURNED", "RECALLED", "RECALL", "REVERSAL", "REVERSED");

    private final Tokens tokens;
    private final FundRule[] particular;
    private final OneSlip slips;

    /// @param rules the funds that are looked for
    Surroundings(Tokens tokens, FundRule[] rules, OneSlip slips) {
        this.tokens = tokens;
        this.slips = slips;
        this.particular = java.util.Arrays.stream(rules)
                .filter(rule ->
                        rule.format != null && rule.starts.stream().allMatch(start -> start.length() >= PARTICULAR))
                .toArray(FundRule[]::new);
    }

    /// The account that a line names.
    ///
    /// @param first the first word of it, and `last` the last
    /// @param reference the field in which payers write
    /// @param listed whether its fund lists its accounts
    record Named(int first, int last, CharSequence account, int reference, boolean listed) {}

    /// Whether another word looks like a reference with a slip in it: a second account may be meant. Among the
    /// bank's own words stand numbers of any length, so that such a one must be near an account that is listed.
    boolean holdAnotherNumber(Named named) {
        for (int token = 0; token < tokens.count; token++) {
            if ((token < named.first || token > named.last)
                    && tokens.hasDigit[token]
                    && tokens.end[token] - tokens.start[token] >= FEWEST_DIGITS
                    && mayBeAnother(token, named)
                    && !isPartOf(token, named.account)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeAnother(int token, Named named) {
        boolean sameField = tokens.field[token] == tokens.field[named.first];
        boolean banksWord = !sameField && tokens.field[token] != named.reference;
        return isLike(token, named.account, sameField) && (!named.listed || !banksWord || isNear(token))
                || mayBeReference(token, sameField);
    }

    private boolean isNear(int token) {
        return slips.isNearAnAccount(tokens.text(tokens.start[token], tokens.end[token]));
    }

    /// A number as long as the account's, and with as many letters before it.
    private boolean isLike(int token, CharSequence account, boolean sameField) {
        int from = tokens.start[token];
        int longer = tokens.end[token] - from - account.length();
        if (Math.abs(longer) > (sameField ? 1 : 0)) {
            return false;
        }
        boolean digits = Character.isDigit(account.charAt(0));
        return digits ? tokens.digitsOnly[token] : tokens.charAt(from) == account.charAt(0);
    }

    /// In the payer's own field a character may be missing or too many; elsewhere stand the bank's own numbers.
    private boolean mayBeReference(int token, boolean sameField) {
        int from = tokens.start[token];
        int length = tokens.end[token] - from;
        int slack = sameField ? 1 : 0;
        for (var rule : particular) {
            if (length >= rule.shortest - slack
                    && length <= rule.longest + slack
                    && begins(rule, from)
                    && isNumber(token, rule)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(FundRule rule, int from) {
        for (var start : rule.starts) {
            boolean same = true;
            for (int i = 0; same && i < start.length(); i++) {
                same = from + i < tokens.length() && tokens.charAt(from + i) == start.charAt(i);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    private boolean isNumber(int token, FundRule rule) {
        if (rule.digitsOnly) {
            return tokens.digitsOnly[token];
        }
        int digits = 0;
        for (int i = tokens.start[token]; i < tokens.end[token]; i++) {
            digits += Character.isDigit(tokens.charAt(i)) ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS - 1;
    }

    private boolean isPartOf(int token, CharSequence account) {
        var word = tokens.text(tokens.start[token], tokens.end[token]);
        var whole = account.toString();
        return whole.contains(word) || word.contains(whole);
    }

    /// Whether the bank says that a payment of ours, or one to us, was undone.
    boolean sayItComesBack() {
        for (int token = 0; token < tokens.count; token++) {
            int length = tokens.end[token] - tokens.start[token];
            if (!tokens.hasDigit[token]
                    && length >= 6
                    && length <= 8
                    && tokens.charAt(tokens.start[token]) == 'R'
                    && COMING_BACK.contains(tokens.text(tokens.start[token], tokens.end[token]))) {
                return true;
            }
        }
        return false;
    }
}
