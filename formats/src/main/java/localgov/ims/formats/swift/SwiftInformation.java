package localgov.ims.formats.swift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import localgov.ims.formats.reading.AccountNames;

/// The text of an `:86:` in the three shapes that banks give it: numbered fields (`?20…?32…`), fields named between
/// slashes (`/NAME/…/REMI/…`), and plain lines.
///
/// @param name the other side's name
/// @param account the other side's account
/// @param reference the field that is meant for the reference
/// @param texts all other text in order
/// @param returned why a payment came back; empty when the text does not say
record SwiftInformation(String name, String account, String reference, List<String> texts, String returned) {

    private static final Pattern NUMBERED = Pattern.compile("(?s)\\d{0,3}([?>~^|])\\d\\d.*");
    private static final Pattern NAMED = Pattern.compile("/([A-Z]{2,8})/");
    private static final Set<String> NAMES = Set.of(
            "TRTP", "IBAN", "BBAN", "BIC", "NAME", "REMI", "EREF", "CSID", "MARF", "ORDP", "BENM", "ISDT", "ACNO",
            "OCMT", "CHGS", "PREF", "KREF", "RTRN", "ID", "ADDR", "SVCL", "PURP", "ULTB", "ULTD", "TRCD", "SUM");

    static SwiftInformation of(List<String> lines) {
        if (lines.isEmpty()) {
            return new SwiftInformation("", "", "", List.of(), "");
        }
        var joined = String.join("", lines);
        var numbered = NUMBERED.matcher(joined);
        if (numbered.matches()) {
            return numbered(joined, numbered.group(1).charAt(0));
        }
        if (joined.stripLeading().startsWith("/")) {
            var fields = named(joined);
            if (fields.containsKey("NAME") || fields.containsKey("IBAN") || fields.containsKey("REMI")) {
                return named(fields);
            }
        }
        return new SwiftInformation(
                "", "", "", lines.stream().map(String::strip).toList(), "");
    }

    /// Fields 20 to 29 and 60 to 63 are one wrapped text, 32 and 33 the name, 31 and 38 the account.
    private static SwiftInformation numbered(String joined, char separator) {
        var texts = new ArrayList<String>();
        var name = new StringBuilder();
        var account = "";
        var reference = "";
        int at = joined.indexOf(separator);
        while (at >= 0 && at + 3 <= joined.length()) {
            int end = nextField(joined, separator, at + 3);
            var key = joined.substring(at + 1, at + 3);
            var value = joined.substring(at + 3, end).strip();
            switch (key) {
                case "32", "33" -> name.append(value);
                case "31" -> account = account.isEmpty() ? value : account;
                case "38" -> account = value;
                case "10", "30", "34" -> {}
                default -> {
                    if (value.startsWith("EREF+") && !value.equals("EREF+NOTPROVIDED")) {
                        reference = value.substring(5);
                    }
                    texts.add(value);
                }
            }
            at = end < joined.length() ? end : -1;
        }
        return new SwiftInformation(name.toString(), AccountNames.of(account), reference, texts, "");
    }

    private static int nextField(String joined, char separator, int from) {
        int at = joined.indexOf(separator, from);
        while (at >= 0 && at + 3 <= joined.length()) {
            if (Character.isDigit(joined.charAt(at + 1)) && Character.isDigit(joined.charAt(at + 2))) {
                return at;
            }
            at = joined.indexOf(separator, at + 1);
        }
        return joined.length();
    }

    /// The fields by name; one that comes again is continued.
    private static Map<String, StringBuilder> named(String joined) {
        var fields = new LinkedHashMap<String, StringBuilder>();
        var matcher = NAMED.matcher(joined);
        var key = "";
        int from = 0;
        int search = 0;
        while (matcher.find(search)) {
            search = matcher.end() - 1;
            if (NAMES.contains(matcher.group(1))) {
                more(fields, key, joined.substring(from, matcher.start()));
                key = matcher.group(1);
                from = matcher.end();
                search = from;
            }
        }
        more(fields, key, joined.substring(Math.min(from, joined.length())));
        return fields;
    }

    private static void more(Map<String, StringBuilder> fields, String key, String value) {
        fields.computeIfAbsent(key, _ -> new StringBuilder()).append(value.strip());
    }

    private static SwiftInformation named(Map<String, StringBuilder> fields) {
        var texts = new ArrayList<String>();
        fields.forEach((key, value) -> {
            switch (key) {
                case "NAME", "IBAN", "BBAN", "BIC", "EREF" -> {}
                default -> texts.add(withoutSlashes(value.toString()));
            }
        });
        var account = field(fields, fields.containsKey("IBAN") ? "IBAN" : "BBAN");
        var reference = field(fields, "EREF");
        return new SwiftInformation(
                field(fields, "NAME"),
                AccountNames.of(account),
                reference.startsWith("NOTPROV") ? "" : reference,
                texts,
                field(fields, "RTRN"));
    }

    private static String field(Map<String, StringBuilder> fields, String key) {
        var value = fields.get(key);
        return value == null ? "" : withoutSlashes(value.toString());
    }

    private static String withoutSlashes(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && value.charAt(from) == '/') {
            from++;
        }
        while (to > from && value.charAt(to - 1) == '/') {
            to--;
        }
        return value.substring(from, to).strip();
    }
}
