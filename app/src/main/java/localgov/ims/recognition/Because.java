package localgov.ims.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A reason in a form that takes little room and can be put into words at any time.
///
/// @param quote the text that it is about, as the payer wrote it; empty when it is about none
/// @param checkDigit whether a check digit holds
/// @param known whether the account is known; nobody can know for a fund without a list of accounts
public record Because(Rule rule, String quote, boolean checkDigit, boolean known) {
    static final Because NOTHING = new Because(Rule.NOTHING, "", false, false);

    /// `compact()` of it can be read again with [#read]: two letters, then the quote.
    public String compact() {
        return (checkDigit ? "c" : "-") + (known ? "a" : "-") + quote;
    }

    public static Because read(Rule rule, String compact) {
        return compact.length() < 2
                ? new Because(rule, "", false, false)
                : new Because(rule, compact.substring(2), compact.charAt(0) == 'c', compact.charAt(1) == 'a');
    }

    /// As sentences for a finance officer.
    ///
    /// @param fundName the name of the fund that it is about; empty when it is about none
    public List<String> inWords(String fundName) {
        return switch (rule) {
            case WHOLE_REFERENCE -> fits("is the payer’s reference and fits", fundName);
            case IN_REFERENCE -> fits("in the payer’s reference fits", fundName);
            case IN_TEXT -> fits("in the bank’s text fits", fundName);
            case IN_NAME -> fits("in the payer’s name fits", fundName);
            case SPLIT -> fits("begins in one field, ends in the next, and fits", fundName);
            case TWO_PLACES ->
                List.of("It could belong to two accounts, and nobody should guess between them: %s.".formatted(quote));
            case TOUCHED ->
                fits("has letters or digits attached, so it may be a slip of the pen. Part of it fits", fundName);
            case NO_SUCH_ACCOUNT ->
                List.of("“%s” looks like %s, but there is no such account.".formatted(quote, lower(fundName)));
            case TOO_COMMON ->
                List.of("“%s” could be for %s, but many numbers look like that.".formatted(quote, lower(fundName)));
            case NOTHING -> List.of("Nothing in it looks like a reference of ours.");
        };
    }

    private List<String> fits(String how, String fundName) {
        var sentences = new ArrayList<String>();
        sentences.add("“%s” %s %s.".formatted(quote, how, lower(fundName)));
        if (checkDigit) {
            sentences.add("Its check digit holds.");
        }
        sentences.add(known ? "The account exists." : "There is no list of accounts for this fund.");
        return List.copyOf(sentences);
    }

    /// Council tax, but HMO licence.
    private static String lower(String name) {
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }

    /// The same reason about a changed quote.
    public Because about(UnaryOperator<String> change) {
        return new Because(rule, change.apply(quote), checkDigit, known);
    }
}
