package localgov.ims.recognition;

import java.util.Map;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.kernel.CardNumbers;

/// What in a line looks like a reference although nothing in it is certain: for whoever places it by hand.
final class Doubtful {
    private static final FundRule[] NONE = {};

    private final Tokens tokens;
    private final FundRule[][] byLength;
    private final AccountIndex accounts;

    Doubtful(Tokens tokens, FundRule[][] byLength, AccountIndex accounts) {
        this.tokens = tokens;
        this.byLength = byLength;
        this.accounts = accounts;
    }

    /// What a person may want to look at although none of it is certain. Only lines that cannot be placed come here,
    /// so it may take its time.
    void gather(Map<String, Candidate> candidates, int reference) {
        for (int first = 0; first < tokens.count; first++) {
            for (int last = first;
                    last < tokens.count
                            && last - first < Recogniser.MOST_GROUPS
                            && tokens.field[last] - tokens.field[first] <= 1;
                    last++) {
                doubt(candidates, first, last, tokens.isWholeReference(first, last, reference), isTouched(first, last));
            }
            pieces(candidates, first);
        }
    }

    private boolean isTouched(int first, int last) {
        return first > 0 && tokens.mayBeOneNumber(first - 1) || tokens.mayBeOneNumber(last);
    }

    /// What begins or ends inside a word: `CTAX771234561`, `XBJ99518409`.
    private void pieces(Map<String, Candidate> candidates, int token) {
        int start = tokens.start[token];
        int end = tokens.end[token];
        for (int from = start; from < end; from++) {
            for (int to = from + Recogniser.SHORTEST_INSIDE; to <= Math.min(end, from + Recogniser.LONGEST); to++) {
                if ((from > start || to < end) && hasDigit(from, to)) {
                    piece(candidates, token, from, to, isEdge(from, start, end) && isEdge(to, start, end));
                }
            }
        }
    }

    /// Where letters and digits meet, or a word begins or ends.
    private boolean isEdge(int at, int start, int end) {
        return at == start
                || at == end
                || Character.isDigit(tokens.charAt(at)) != Character.isDigit(tokens.charAt(at - 1));
    }

    private void piece(Map<String, Candidate> candidates, int token, int from, int to, boolean edges) {
        for (var rule : byLength[to - from]) {
            if (rule.format != null && (edges || rule.strong) && rule.fits(tokens, from, to)) {
                boolean known = accounts.exists(rule.fund, tokens, from, to);
                if (known || rule.strong) {
                    add(candidates, rule, token, token, from, to, Rule.TOUCHED);
                }
            }
        }
    }

    private void doubt(Map<String, Candidate> candidates, int first, int last, boolean whole, boolean touched) {
        int from = tokens.start[first];
        int to = tokens.end[last];
        int length = to - from;
        if (length < Recogniser.SHORTEST_INSIDE && !whole || !hasDigit(from, to)) {
            return;
        }
        for (var rule : length > Recogniser.LONGEST ? NONE : byLength[length]) {
            if (rule.format != null && rule.fits(tokens, from, to)) {
                var why = why(rule, accounts.exists(rule.fund, tokens, from, to), touched);
                if (why == Rule.TOUCHED || whole || first == last) {
                    add(candidates, rule, first, last, from, to, why);
                }
            }
        }
    }

    private void add(
            Map<String, Candidate> candidates, FundRule rule, int first, int last, int from, int to, Rule why) {
        var account = tokens.text(from, to);
        if (account.equals(CardNumbers.masked(account))) {
            boolean known = accounts.exists(rule.fund, tokens, from, to);
            Recogniser.add(
                    candidates,
                    new Candidate(
                            rule.fund, account, new Because(why, tokens.quote(first, last), rule.checked, known)));
        }
    }

    private static Rule why(FundRule rule, boolean known, boolean touched) {
        if (known || rule.strong) {
            return Rule.TOUCHED;
        }
        if (rule.accountMustExist) {
            return Rule.NO_SUCH_ACCOUNT;
        }
        return touched && rule.checked ? Rule.TOUCHED : Rule.TOO_COMMON;
    }

    private boolean hasDigit(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isDigit(tokens.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
