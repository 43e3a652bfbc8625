package localgov.ims.imports;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import localgov.ims.formats.Check;
import org.jspecify.annotations.Nullable;

/// The bank accounts that the council has declared, and which of them a file means. Read once for each file.
record OwnAccounts(List<Own> all) {
    private static final String ANYTHING = "*";
    /// The check that a statement is about an account of ours.
    static final String CHECK = "bank-account";
    private static final int SHOWN_DIGITS = 4;

    /// @param also other ways in which files name it; one that ends with `*` stands for any that begin so
    /// @param open whether it takes statements
    record Own(String code, String sortCode, String number, String iban, String also, boolean open) {
        private boolean is(String identifier) {
            return identifier.equals(iban) || hasNumbers() && isItsNumbers(identifier) || names().contains(identifier);
        }

        private boolean hasNumbers() {
            return !number.isEmpty();
        }

        /// Sort code and account number, by themselves or within an IBAN of this country.
        private boolean isItsNumbers(String identifier) {
            var numbers = sortCode.replace("-", "") + number;
            return identifier.equals(numbers) || identifier.startsWith("GB") && identifier.endsWith(numbers);
        }

        /// How much of the identifier a name with `*` fixes; less than nothing when none fits.
        private int fits(String identifier) {
            return names().stream()
                    .filter(name -> name.endsWith(ANYTHING))
                    .map(name -> name.substring(0, name.length() - 1))
                    .filter(identifier::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(-1);
        }

        private boolean standsForAny() {
            return names().stream().anyMatch(name -> name.endsWith(ANYTHING));
        }

        private List<String> names() {
            return also.isEmpty() ? List.of() : Arrays.asList(also.split(","));
        }
    }

    /// What the account of a statement is called in the book.
    sealed interface Meant {}

    /// By this account's code.
    record This(String code) implements Meant {}

    /// By a name of its own, which begins with this code: the account is only known by its beginning.
    record LikeThis(String code) implements Meant {}

    /// Nothing has been declared to compare with.
    record NothingDeclared() implements Meant {}

    /// Not one that takes statements: the file is held.
    record NotOurs(Check check) implements Meant {}

    /// @param identifier as the bank writes it; empty when the file names none
    /// @param expected the code of the account that the file was to be about; nothing when nobody said
    Meant meant(String identifier, @Nullable String expected) {
        if (all.isEmpty()) {
            return new NothingDeclared();
        }
        var found = identifier.isEmpty() ? unnamed(expected) : named(identifier);
        if (found.size() != 1) {
            return notOurs(identifier, found.isEmpty() ? nowhere() : codes(found) + " alike");
        }
        var own = found.getFirst();
        if (expected != null && !own.code().equals(expected)) {
            return notOurs(identifier, "%s, and its source brings statements of %s".formatted(own.code(), expected));
        }
        if (!own.open()) {
            return notOurs(identifier, own.code() + ", which takes no statements");
        }
        return own.is(identifier) || identifier.isEmpty() ? new This(own.code()) : new LikeThis(own.code());
    }

    /// Those that say it is theirs; if there are none, those of which most of it is known.
    private List<Own> named(String identifier) {
        var exact = all.stream().filter(own -> own.is(identifier)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        int most = all.stream().mapToInt(own -> own.fits(identifier)).max().orElse(-1);
        return all.stream()
                .filter(own -> most >= 0 && own.fits(identifier) == most)
                .toList();
    }

    /// A file that names no account is about the one it was said to be about, or the only one it can be about.
    private List<Own> unnamed(@Nullable String expected) {
        return all.stream()
                .filter(own -> expected == null
                        ? own.open() && !own.standsForAny()
                        : own.code().equals(expected))
                .toList();
    }

    private static NotOurs notOurs(String identifier, String actual) {
        return new NotOurs(new Check(CHECK, shown(identifier), actual, false, Check.Policy.BLOCK));
    }

    private String nowhere() {
        return "none of the council’s bank accounts: " + codes(all);
    }

    private static String codes(List<Own> accounts) {
        return accounts.stream().map(Own::code).collect(Collectors.joining(", "));
    }

    private static String shown(String identifier) {
        if (identifier.isEmpty()) {
            return "no account";
        }
        return "an account that ends in " + identifier.substring(Math.max(0, identifier.length() - SHOWN_DIGITS));
    }
}
