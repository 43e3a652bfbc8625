package localgov.ims.recognition;

import localgov.ims.accounts.AccountIndex;

/// Finds the accounts that are one slip of the pen away from a text: two neighbours swapped, one character
/// wrong, one missing or one too many. Only funds that list their accounts are asked, because only there anybody
/// knows that an account exists. Not for use by two threads.
///
/// Nearly two hundred texts are one slip away from a number, and nearly none of them is anybody's. So none of them
/// is written out: its sketch is worked out from the number's own in a few steps, and only what the index may have
/// is then looked at as a text.
final class OneSlip {
    /// As many neighbours as are suggested. Whether there is a likelier one is asked of all.
    static final int MOST = 40;
    private static final int FEWEST = 5;

    enum Kind {
        SWAPPED,
        WRONG,
        MISSING,
        TOO_MANY
    }

    /// Is told what was found.
    interface Told {
        void found(FundRule rule, String account, Kind kind);
    }

    private final FundRule[][] byLength;

    /// What each of the funds adds to the sketch of a reference of that length.
    private final int[][] starts;
    private final long[] firsts;
    private final AccountIndex accounts;
    private final Sketches sketches;
    private final Draft draft = new Draft();
    private String text = "";

    /// @param byLength the funds that list their accounts, by the length of a reference
    OneSlip(FundRule[][] byLength, AccountIndex accounts) {
        this.byLength = byLength;
        this.accounts = accounts;
        this.firsts = new long[byLength.length];
        this.starts = new int[byLength.length][];
        this.sketches = new Sketches(byLength.length);
        for (int length = 0; length < byLength.length; length++) {
            starts[length] = new int[byLength[length].length];
            for (int i = 0; i < byLength[length].length; i++) {
                firsts[length] |= byLength[length][i].firsts;
                starts[length][i] = sketches.fund(byLength[length][i].fund, length);
            }
        }
    }

    /// All of them, in capital letters.
    void of(String written, Told told) {
        if (written.length() < FEWEST || written.length() > byLength.length - 2) {
            return;
        }
        begin(written);
        swapped(Holes.EVERYWHERE, told);
        for (int at = 0; at < written.length(); at++) {
            wrong(at, Holes.EVERYWHERE, told);
        }
        missing(told);
        tooMany(told);
    }

    /// Only those which the fund's own check digit does not tell apart: of an account number that holds.
    void hidden(String account, FundRule rule, Told told) {
        if (account.length() < 2 || account.length() >= byLength.length) {
            return;
        }
        begin(account);
        swapped(rule.holes, told);
        for (int at = 0; at < account.length(); at++) {
            if (rule.holes.hideSomething(at)) {
                wrong(at, rule.holes, told);
            }
        }
    }

    /// Those of which a character is missing or too many: a check digit stands at another place then, or is
    /// of another fund.
    void shorterOrLonger(String written, Told told) {
        if (written.length() < FEWEST || written.length() > byLength.length - 2) {
            return;
        }
        begin(written);
        missing(told);
        tooMany(told);
    }

    /// Whether a text is an account, or one slip away from one, or has a check digit that says that it may
    /// have been.
    boolean isNearAnAccount(String written) {
        if (written.length() >= byLength.length) {
            return false;
        }
        for (var rule : byLength[written.length()]) {
            if (accounts.exists(rule.fund, written, 0, written.length())
                    || rule.checked && rule.fits(written, 0, written.length())) {
                return true;
            }
        }
        var any = new boolean[1];
        of(written, (_, _, _) -> any[0] = true);
        return any[0];
    }

    private void begin(String written) {
        text = written;
        sketches.of(written);
    }

    private void swapped(Holes holes, Told told) {
        int length = text.length();
        if (!mayBegin(length, text.charAt(0)) && !mayBegin(length, text.charAt(1))) {
            return;
        }
        for (int at = 0; at + 1 < length; at++) {
            char first = text.charAt(at);
            char second = text.charAt(at + 1);
            if (first != second && holes.hideSwap(at, first, second)) {
                look(Kind.SWAPPED, at, second, at == 0 ? second : text.charAt(0), length, sketches.swapped(at), told);
            }
        }
    }

    private void wrong(int at, Holes holes, Told told) {
        char now = text.charAt(at);
        int length = text.length();
        if (at > 0 && !mayBegin(length, text.charAt(0))) {
            return;
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != now && holes.hide(at, digit, now)) {
                char first = at == 0 ? digit : text.charAt(0);
                look(Kind.WRONG, at, digit, first, length, sketches.with(at, digit), told);
            }
        }
        if (at == 0) {
            for (char letter = 'A'; letter <= 'Z'; letter++) {
                if (letter != now) {
                    look(Kind.WRONG, 0, letter, letter, length, sketches.with(0, letter), told);
                }
            }
        }
    }

    private void missing(Told told) {
        int length = text.length() + 1;
        boolean further = mayBegin(length, text.charAt(0));
        for (int at = 0; at < (further ? length : 1); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                // The same character before or after its like makes the same text.
                if (at == 0 || text.charAt(at - 1) != digit) {
                    char first = at == 0 ? digit : text.charAt(0);
                    look(Kind.MISSING, at, digit, first, length, sketches.inserting(at, digit), told);
                }
            }
        }
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            look(Kind.MISSING, 0, letter, letter, length, sketches.inserting(0, letter), told);
        }
    }

    private void tooMany(Told told) {
        int length = text.length() - 1;
        boolean further = mayBegin(length, text.charAt(0));
        for (int at = 0; at < (further ? text.length() : 1); at++) {
            if (at == 0 || text.charAt(at) != text.charAt(at - 1)) {
                char first = text.charAt(at == 0 ? 1 : 0);
                look(Kind.TOO_MANY, at, ' ', first, length, sketches.without(at), told);
            }
        }
    }

    private boolean mayBegin(int length, char first) {
        return (firsts[length] & Tokens.bit(first)) != 0;
    }

    private void look(Kind kind, int at, char c, char first, int length, int sketch, Told told) {
        if (!mayBegin(length, first)) {
            return;
        }
        var rules = byLength[length];
        for (int i = 0; i < rules.length; i++) {
            if ((rules[i].firsts & Tokens.bit(first)) != 0 && accounts.mayExist(starts[length][i] + sketch)) {
                confirm(rules[i], kind, at, c, told);
            }
        }
    }

    private void confirm(FundRule rule, Kind kind, int at, char c, Told told) {
        switch (kind) {
            case SWAPPED -> draft.set(text, 0, text.length()).swap(at);
            case WRONG -> draft.set(text, 0, text.length()).put(at, c);
            case MISSING -> draft.inserting(text, at, c);
            case TOO_MANY -> draft.without(text, at);
        }
        if (accounts.exists(rule.fund, draft, 0, draft.length()) && rule.fits(draft, 0, draft.length())) {
            told.found(rule, draft.toString(), kind);
        }
    }
}
