package localgov.ims.advices;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of a receipt that a return might be about, of the same amount.
///
/// @param account the account in its fund; nothing while it is in suspense
/// @param payerAccount from which account at a bank it was paid, where the file said
/// @param returned whether it is written down that a bank returned it
/// @param takenBy the other return that is known to be about it
record Original(
        long journal,
        int line,
        LocalDate happenedOn,
        String method,
        @Nullable String fund,
        @Nullable String account,
        @Nullable String payer,
        @Nullable String narrative,
        @Nullable String payerAccount,
        boolean returned,
        @Nullable Long takenBy) {
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^A-Z0-9]");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    /// A shorter reference is in too many texts.
    private static final int SHORTEST_WITHIN = 6;

    private static final int FULL = 14;

    /// What speaks for it, or against it.
    enum Evidence {
        REFERENCE(8),
        DAY(4),
        PAYER_ACCOUNT(4),
        REFERENCE_WITHIN(3),
        PAYER(2),
        NEAR_DAY(1),
        IN_SUSPENSE(0),
        OTHER_PAYER_ACCOUNT(-3),
        RETURNED(-4),
        TAKEN(-8);

        private final int weight;

        Evidence(int weight) {
            this.weight = weight;
        }
    }

    /// @param reference what the report calls it, and so on
    record Told(String reference, @Nullable LocalDate collectedOn, String payer, String payerAccount) {
        /// Leaves out who paid.
        @Override
        public String toString() {
            return "Told[%s]".formatted(collectedOn);
        }
    }

    Set<Evidence> evidence(Told told) {
        var all = EnumSet.noneOf(Evidence.class);
        if (isSame(plain(told.reference()), plain(account))) {
            all.add(Evidence.REFERENCE);
        } else if (isWithin(plain(told.reference()))) {
            all.add(Evidence.REFERENCE_WITHIN);
        }
        if (told.collectedOn() != null) {
            all.add(happenedOn.equals(told.collectedOn()) ? Evidence.DAY : Evidence.NEAR_DAY);
        }
        if (isSame(plain(told.payer()), plain(payer))) {
            all.add(Evidence.PAYER);
        }
        payerAccounts(told.payerAccount(), all);
        if (fund == null) {
            all.add(Evidence.IN_SUSPENSE);
        }
        if (takenBy != null) {
            all.add(Evidence.TAKEN);
        } else if (returned) {
            all.add(Evidence.RETURNED);
        }
        return all;
    }

    /// The more, the likelier.
    static int weight(Set<Evidence> evidence) {
        return evidence.stream().mapToInt(one -> one.weight).sum();
    }

    private boolean isWithin(String reference) {
        var known = plain(account);
        return (reference.length() >= SHORTEST_WITHIN
                        && (plain(narrative).contains(reference) || known.contains(reference)))
                || (known.length() >= SHORTEST_WITHIN && reference.contains(known));
    }

    /// An IBAN ends with the sort code and the account number.
    private void payerAccounts(String told, Set<Evidence> all) {
        var one = digits(told);
        var other = digits(payerAccount);
        if (one.length() >= FULL && other.length() >= FULL) {
            all.add(
                    one.endsWith(last(other)) && other.endsWith(last(one))
                            ? Evidence.PAYER_ACCOUNT
                            : Evidence.OTHER_PAYER_ACCOUNT);
        }
    }

    private static String last(String number) {
        return number.substring(number.length() - FULL);
    }

    private static boolean isSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    /// Case, spaces, signs and leading noughts are lost on the way through banks.
    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : NEITHER_LETTER_NOR_DIGIT
                        .matcher(text.toUpperCase(Locale.ROOT))
                        .replaceAll("")
                        .replaceFirst("^0+", "");
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : NO_DIGIT.matcher(text).replaceAll("");
    }

    /// Leaves out whose it is.
    @Override
    public String toString() {
        return "Original[%d-%d]".formatted(journal, line);
    }
}
