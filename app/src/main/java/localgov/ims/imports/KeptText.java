package localgov.ims.imports;

import java.util.List;
import localgov.ims.kernel.CardNumbers;

/// Text from outside, made fit to be kept: no control characters, no card numbers.
final class KeptText {
    private static final int SORT_CODE_AND_NUMBER = 14;

    private KeptText() {}

    /// The very same object when there is nothing to change.
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return CardNumbers.masked(plain(text));
            }
        }
        return CardNumbers.masked(text);
    }

    /// All texts that are not empty, each on a line of its own.
    static String of(List<String> texts) {
        if (texts.isEmpty()) {
            return "";
        }
        if (texts.size() == 1) {
            return of(texts.getFirst());
        }
        var all = new StringBuilder();
        for (var text : texts) {
            if (!text.isEmpty()) {
                all.append(all.isEmpty() ? "" : "\n").append(of(text));
            }
        }
        return all.toString();
    }

    /// A sort code and account number, or an IBAN: its letters and digits. What may be a card number
    /// instead is masked; fourteen digits are a sort code and an account.
    static String account(String text) {
        var plain = new StringBuilder(text.length());
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toUpperCase(text.charAt(i));
            boolean letter = c >= 'A' && c <= 'Z';
            if (letter || c >= '0' && c <= '9') {
                plain.append(c);
                letters |= letter;
            }
        }
        var account = plain.toString();
        return letters || account.length() == SORT_CODE_AND_NUMBER ? account : CardNumbers.masked(account);
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isISOControl(plain.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }
}
