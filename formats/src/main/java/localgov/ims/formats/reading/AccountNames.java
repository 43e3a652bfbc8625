package localgov.ims.formats.reading;

import java.util.regex.Pattern;

/// Account identifiers in the one form that all formats share: sort code and account number as fourteen digits, an
/// IBAN without spaces, or what the bank writes.
public final class AccountNames {

    private static final Pattern SORT_CODE_FIRST = Pattern.compile("(\\d{6})[/ -](\\d{8})");
    private static final Pattern ACCOUNT_FIRST = Pattern.compile("(\\d{8})[/ -](\\d{6})");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BANK_FIRST = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?/(.+)");

    private AccountNames() {}

    /// Whether a text has the shape of an IBAN.
    public static boolean isIban(String text) {
        return IBAN.matcher(text).matches();
    }

    /// Reads an identifier as banks write it.
    public static String of(String written) {
        var text = written.strip();
        if (text.isEmpty()) {
            return "";
        }
        var sortCodeFirst = SORT_CODE_FIRST.matcher(text);
        if (sortCodeFirst.matches()) {
            return sortCodeFirst.group(1) + sortCodeFirst.group(2);
        }
        var accountFirst = ACCOUNT_FIRST.matcher(text);
        if (accountFirst.matches()) {
            return accountFirst.group(2) + accountFirst.group(1);
        }
        var bankFirst = BANK_FIRST.matcher(text);
        if (bankFirst.matches() && isIban(bankFirst.group(1).replace(" ", ""))) {
            return bankFirst.group(1).replace(" ", "");
        }
        var close = text.replace(" ", "");
        return isIban(close) ? close : text;
    }

    /// An account number with the sort code that the file states beside it.
    public static String of(String sortCode, String number) {
        return areDigits(sortCode, 6) && areDigits(number, 8) ? sortCode + number : of(number);
    }

    private static boolean areDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
