package localgov.ims.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.platform.pages.Answers;
import org.jspecify.annotations.Nullable;

/// Who pays, where the council asks.
record PayerDetails(String name, String address, String postcode) {
    static final PayerDetails NOBODY = new PayerDetails("", "", "");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_POSTCODE = 10;
    private static final int PARTS = 3;

    static PayerDetails typed(Map<String, String> typed) {
        return new PayerDetails(tidy(typed, "name"), tidy(typed, "address"), tidy(typed, "postcode"));
    }

    private static String tidy(Map<String, String> typed, String field) {
        var lines = typed.getOrDefault(field, "").strip().replaceAll("\\s*,?\\s*\\R\\s*", ", ");
        return CardNumbers.masked(lines.replaceAll("\\s+", " "));
    }

    /// As a basket keeps it, a line for each part.
    static PayerDetails read(@Nullable String kept) {
        var parts = kept == null ? List.<String>of() : List.of(kept.split("\n", -1));
        return parts.size() == PARTS ? new PayerDetails(parts.get(0), parts.get(1), parts.get(2)) : NOBODY;
    }

    String kept() {
        return String.join("\n", name, address, postcode);
    }

    /// A form with this in it.
    Answers filledIn(Answers answers) {
        return answers.with("name", name).with("address", address).with("postcode", postcode);
    }

    String inOneLine() {
        return Stream.of(name, address, postcode)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    Answers judged(Answers answers) {
        var judged = answers;
        if (!isShort(name, LONGEST_NAME)) {
            judged = judged.wrong("name", "portal.payer.no-name");
        }
        if (!isShort(address, LONGEST_ADDRESS)) {
            judged = judged.wrong("address", "portal.payer.no-address");
        }
        if (!isShort(postcode, LONGEST_POSTCODE)) {
            judged = judged.wrong("postcode", "portal.payer.no-postcode");
        }
        return judged;
    }

    private static boolean isShort(String typed, int longest) {
        return !typed.isEmpty() && typed.length() <= longest;
    }

    /// Shows no person's data.
    @Override
    public String toString() {
        return "PayerDetails";
    }
}
