package localgov.ims.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.Source;
import org.jspecify.annotations.Nullable;

/// What a receipt must be to be found. What is absent does not matter; no accounts at all means any account.
///
/// @param accounts any one of these account numbers, written as in the book
/// @param atLeast the least amount
/// @param atMost the greatest amount; the same as the least for an exact one
/// @param from the first day on which it happened
/// @param to the last such day
/// @param funds any one of these; where there are none nothing is found
/// @param words words of the payer's name or the narrative, all of which must be there, the last one perhaps not
/// whole
/// @param source the payment, the file or whatever else it came from
/// @param call the reference of the call or letter for which it was taken at the counter
/// @param placedLater whether money that left suspense is found where it went, too
public record Criteria(
        List<String> accounts,
        @Nullable Money atLeast,
        @Nullable Money atMost,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Set<String> funds,
        List<String> words,
        @Nullable Source source,
        @Nullable String call,
        boolean placedLater) {

    public static final Criteria ANY =
            new Criteria(List.of(), null, null, null, null, null, List.of(), null, null, false);

    public Criteria {
        accounts = List.copyOf(accounts);
        words = List.copyOf(words);
        funds = funds == null ? null : Set.copyOf(funds);
    }

    public Criteria accounts(List<String> wanted) {
        return new Criteria(wanted, atLeast, atMost, from, to, funds, words, source, call, placedLater);
    }

    public Criteria account(String wanted) {
        return accounts(List.of(wanted));
    }

    public Criteria amount(@Nullable Money least, @Nullable Money most) {
        return new Criteria(accounts, least, most, from, to, funds, words, source, call, placedLater);
    }

    public Criteria days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Criteria(accounts, atLeast, atMost, first, last, funds, words, source, call, placedLater);
    }

    public Criteria fund(@Nullable String code) {
        return code == null ? this : amongFunds(Set.of(code));
    }

    /// Only in these funds, and in those alone that were wanted before, if any were.
    public Criteria amongFunds(Set<String> codes) {
        var both =
                funds == null ? codes : codes.stream().filter(funds::contains).collect(Collectors.toUnmodifiableSet());
        return new Criteria(accounts, atLeast, atMost, from, to, both, words, source, call, placedLater);
    }

    public Criteria words(List<String> wanted) {
        return new Criteria(accounts, atLeast, atMost, from, to, funds, wanted, source, call, placedLater);
    }

    public Criteria source(Source wanted) {
        return new Criteria(accounts, atLeast, atMost, from, to, funds, words, wanted, call, placedLater);
    }

    public Criteria call(String wanted) {
        return new Criteria(accounts, atLeast, atMost, from, to, funds, words, source, wanted, placedLater);
    }

    public Criteria alsoPlacedLater() {
        return new Criteria(accounts, atLeast, atMost, from, to, funds, words, source, call, true);
    }

    /// Whether what is found lies all over the book, so that no index hands it out newest first.
    boolean isScattered() {
        return accounts.isEmpty() && (!words.isEmpty() || isRange());
    }

    private boolean isRange() {
        return (atLeast != null || atMost != null) && !isExact();
    }

    /// Whether one amount is wanted and no other.
    boolean isExact() {
        return atLeast != null && atLeast.equals(atMost);
    }

    /// Whether everything is wanted.
    public boolean isAny() {
        return alsoPlacedLater().equals(ANY.alsoPlacedLater());
    }
}
