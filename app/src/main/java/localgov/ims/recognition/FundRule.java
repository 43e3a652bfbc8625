package localgov.ims.recognition;

import java.util.List;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceFormat;
import org.jspecify.annotations.Nullable;

/// How a fund's references are known, compiled.
final class FundRule {
    /// A fixed beginning of two letters or more is not met by chance when at least this many characters make the
    /// reference.
    private static final int FEWEST_FOR_STRENGTH = 6;
    private static final int SHORTEST_ACCOUNT = 4;
    private static final int LONGEST_ACCOUNT = 36;

    final String fund;
    final @Nullable ReferenceFormat format;
    final boolean accountMustExist;
    final boolean checked;
    final boolean digitsOnly;

    /// Whether nothing but a reference of this fund has its form.
    final boolean strong;

    /// Whether a reference may hold a space, a hyphen or a slash.
    final boolean separators;

    final int shortest;
    final int longest;

    /// The characters that it may begin with: see [Tokens#bit].
    final long firsts;

    /// What references begin with; one empty text when anything may come first.
    final List<String> starts;

    /// What the check digit does not see.
    final Holes holes;

    FundRule(Fund fund) {
        this.fund = fund.code();
        this.format = fund.format();
        this.accountMustExist = fund.accountMustExist();
        if (format == null) {
            checked = false;
            digitsOnly = false;
            strong = false;
            separators = false;
            shortest = SHORTEST_ACCOUNT;
            longest = LONGEST_ACCOUNT;
            firsts = -1;
            starts = List.of("");
            holes = Holes.EVERYWHERE;
        } else {
            var shape = format.shape();
            checked = format.hasCheckDigit();
            digitsOnly = shape.digitsOnly();
            strong = shape.shortest() >= FEWEST_FOR_STRENGTH
                    && shape.starts().stream().allMatch(FundRule::isParticular);
            separators = format.mayHave(' ') || format.mayHave('-') || format.mayHave('/');
            shortest = shape.shortest();
            longest = shape.longest();
            firsts = firsts(shape);
            starts = shape.starts();
            holes = checked && accountMustExist ? Holes.of(format) : Holes.EVERYWHERE;
        }
    }

    private static boolean isParticular(String start) {
        return start.chars().filter(c -> c >= 'A' && c <= 'Z').count() >= 2;
    }

    private static long firsts(ReferenceFormat.Shape shape) {
        long firsts = 0;
        for (var start : shape.starts()) {
            firsts |= start.isEmpty() ? (shape.digitsOnly() ? Tokens.DIGITS : -1) : Tokens.bit(start.charAt(0));
        }
        return firsts;
    }

    /// Whether anything can be said of a text by this rule: not when any text would do and nobody knows the accounts.
    boolean isUseful() {
        return accountMustExist || strong || checked || digitsOnly;
    }

    boolean fits(CharSequence text, int from, int to) {
        return format == null || format.fits(text, from, to);
    }
}
