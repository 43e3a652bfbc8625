package localgov.ims.recognition;

import localgov.ims.accounts.AccountIndex;

/// Finds the accounts that are one slip of the pen away from a text: two neighbours swapped, one character wrong, one
/// missing or one too many. Only funds that list their accounts are asked, because only there anybody knows that an
/// account exists. Not for use by two threads.
final class OneSlip {
    /// More neighbours than this say nothing that fewer would not say.
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
    private final long[] firsts;
    private final AccountIndex accounts;
    private final Draft draft = new Draft();

    /// @param byLength the funds that list their accounts, by the length of a reference
    OneSlip(FundRule[][] byLength, AccountIndex accounts) {
        this.byLength = byLength;
        this.accounts = accounts;
        this.firsts = new long[byLength.length];
        for (int length = 0; length < byLength.length; length++) {
            for (var rule : byLength[length]) {
                firsts[length] |= rule.firsts;
            }
        }
    }

    /// All of them, in capital letters.
    void of(String text, Told told) {
        if (text.length() < FEWEST || text.length() > byLength.length - 2) {
            return;
        }
        swapped(text, Holes.EVERYWHERE, told);
        for (int at = 0; at < text.length(); at++) {
            wrong(text, at, Holes.EVERYWHERE, told);
        }
        missing(text, told);
        tooMany(text, told);
    }

    /// Only those which the fund's own check digit does not tell apart: of an account number that holds.
    void hidden(String account, FundRule rule, Told told) {
        swapped(account, rule.holes, told);
        for (int at = 0; at < account.length(); at++) {
            if (rule.holes.hideSomething(at)) {
                wrong(account, at, rule.holes, told);
            }
        }
    }

    private void swapped(String text, Holes holes, Told told) {
        for (int at = 0; at + 1 < text.length(); at++) {
            char first = text.charAt(at);
            char second = text.charAt(at + 1);
            if (first != second && holes.hideSwap(at, first, second)) {
                draft.set(text, 0, text.length()).swap(at);
                look(Kind.SWAPPED, told);
            }
        }
    }

    private void wrong(String text, int at, Holes holes, Told told) {
        if (at > 0 && !mayBegin(text.length(), text.charAt(0))) {
            return;
        }
        draft.set(text, 0, text.length());
        for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != text.charAt(at) && holes.hide(at, digit, text.charAt(at))) {
                draft.put(at, digit);
                look(Kind.WRONG, told);
            }
        }
        if (at == 0) {
            letters(text.charAt(0), Kind.WRONG, told);
        }
    }

    private void missing(String text, Told told) {
        boolean further = mayBegin(text.length() + 1, text.charAt(0));
        for (int at = 0; at <= (further ? text.length() : 0); at++) {
            draft.inserting(text, at, '0');
            for (char digit = '0'; digit <= '9'; digit++) {
                // The same character before or after its like makes the same text.
                if (at == 0 || text.charAt(at - 1) != digit) {
                    draft.put(at, digit);
                    look(Kind.MISSING, told);
                }
            }
            if (at == 0) {
                letters(' ', Kind.MISSING, told);
            }
        }
    }

    private void tooMany(String text, Told told) {
        boolean further = mayBegin(text.length() - 1, text.charAt(0));
        for (int at = 0; at < (further ? text.length() : 1); at++) {
            if (at == 0 || text.charAt(at) != text.charAt(at - 1)) {
                draft.without(text, at);
                look(Kind.TOO_MANY, told);
            }
        }
    }

    private boolean mayBegin(int length, char first) {
        return (firsts[length] & Tokens.bit(first)) != 0;
    }

    /// A reference may begin with a letter of its own.
    private void letters(char now, Kind kind, Told told) {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (letter != now && (firsts[draft.length()] & Tokens.bit(letter)) != 0) {
                draft.put(0, letter);
                look(kind, told);
            }
        }
    }

    private void look(Kind kind, Told told) {
        int length = draft.length();
        if ((firsts[length] & Tokens.bit(draft.charAt(0))) == 0) {
            return;
        }
        for (var rule : byLength[length]) {
            if (rule.fits(draft, 0, length) && accounts.exists(rule.fund, draft, 0, length)) {
                told.found(rule, draft.toString(), kind);
            }
        }
    }
}
