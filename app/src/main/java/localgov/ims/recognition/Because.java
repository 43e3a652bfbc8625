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
            case NEIGHBOURS ->
                List.of(
                        "“%s” is an account of %s, but so is a number one slip of the pen away, and nothing else tells them apart."
                                .formatted(quote, lower(fundName)));
            case LOOSE ->
                List.of(
                        "“%s” is an account of %s, but it has no check digit and stands among other words, so it may be another number."
                                .formatted(quote, lower(fundName)));
            case ANOTHER_NUMBER ->
                List.of("“%s” is an account of %s, but another number beside it may be a second reference."
                        .formatted(quote, lower(fundName)));
            case RETURNED ->
                List.of("“%s” is an account of %s, but the text says that this is money coming back."
                        .formatted(quote, lower(fundName)));
            case TOUCHED ->
                fits("has letters or digits attached, so it may be a slip of the pen. Part of it fits", fundName);
            case NO_SUCH_ACCOUNT ->
                List.of("“%s” looks like %s, but there is no such account.".formatted(quote, lower(fundName)));
            case TOO_COMMON ->
                List.of("“%s” could be for %s, but many numbers look like that.".formatted(quote, lower(fundName)));
            case NOTHING -> List.of("Nothing in it looks like a reference of ours.");
        };
    }

    /// The same in Welsh.
    ///
    /// @param fundName the fund’s name in Welsh
    public List<String> inWelsh(String fundName) {
        var fund = lower(fundName);
        return switch (rule) {
            case WHOLE_REFERENCE -> fitsInWelsh("“%s” yw cyfeirnod y talwr ac mae’n gweddu i %s.", fund);
            case IN_REFERENCE -> fitsInWelsh("Mae “%s” yng nghyfeirnod y talwr yn gweddu i %s.", fund);
            case IN_TEXT -> fitsInWelsh("Mae “%s” yn nhestun y banc yn gweddu i %s.", fund);
            case IN_NAME -> fitsInWelsh("Mae “%s” yn enw’r talwr yn gweddu i %s.", fund);
            case SPLIT ->
                fitsInWelsh("Mae “%s” yn dechrau mewn un maes, yn gorffen yn y nesaf, ac yn gweddu i %s.", fund);
            case TWO_PLACES ->
                List.of("Gallai berthyn i ddau gyfrif, ac ni ddylai neb ddyfalu rhyngddynt: %s.".formatted(quote));
            case NEIGHBOURS ->
                List.of(
                        "Mae “%s” yn gyfrif %s, ond felly hefyd rif sydd un llithriad i ffwrdd, ac nid oes dim arall yn eu gwahaniaethu."
                                .formatted(quote, fund));
            case LOOSE ->
                List.of(
                        "Mae “%s” yn gyfrif %s, ond nid oes iddo ddigid gwirio ac mae’n sefyll ymysg geiriau eraill, felly gall fod yn rhif arall."
                                .formatted(quote, fund));
            case ANOTHER_NUMBER ->
                List.of("Mae “%s” yn gyfrif %s, ond gall rhif arall wrth ei ymyl fod yn ail gyfeirnod."
                        .formatted(quote, fund));
            case RETURNED ->
                List.of("Mae “%s” yn gyfrif %s, ond dywed y testun mai arian yn dod yn ôl yw hwn."
                        .formatted(quote, fund));
            case TOUCHED ->
                fitsInWelsh(
                        "Mae llythrennau neu ddigidau ynghlwm wrth “%s”, felly gall fod yn llithriad. Mae rhan ohono’n gweddu i %s.",
                        fund);
            case NO_SUCH_ACCOUNT ->
                List.of("Mae “%s” yn edrych fel %s, ond nid oes cyfrif o’r fath.".formatted(quote, fund));
            case TOO_COMMON ->
                List.of("Gallai “%s” fod ar gyfer %s, ond mae llawer o rifau’n edrych felly.".formatted(quote, fund));
            case NOTHING -> List.of("Nid oes dim ynddo’n edrych fel cyfeirnod o’n rhai ni.");
        };
    }

    private List<String> fitsInWelsh(String how, String fund) {
        var sentences = new ArrayList<String>();
        sentences.add(how.formatted(quote, fund));
        if (checkDigit) {
            sentences.add("Mae ei ddigid gwirio’n gywir.");
        }
        sentences.add(known ? "Mae’r cyfrif yn bod." : "Nid oes rhestr o gyfrifon ar gyfer y gronfa hon.");
        return List.copyOf(sentences);
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
