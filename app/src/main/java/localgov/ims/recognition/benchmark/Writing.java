package localgov.ims.recognition.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import localgov.ims.catalogue.Fund;

/// Writes a reference as payers and banks do, with one thing particular about it.
final class Writing {
    private static final int FIELD = 18;
    private static final String DIGITS = "0123456789";
    private static final List<String> ENGLISH =
            List.of("CTAX", "COUNCIL TAX", "RENT", "INV", "ACC", "REF", "PAYMENT", "BILL", "COUNCIL", "A/C");
    private static final List<String> WELSH =
            List.of("TRETH CYNGOR", "TRETH Y CYNGOR", "RHENT", "ANFONEB", "CYF", "TALIAD", "CYFRIF", "BIL");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> KINDS =
            List.of("FASTER PAYMENT RECEIPT", "BANK GIRO CREDIT", "FPI", "STANDING ORDER", "BGC", "CREDIT");
    private static final List<String> AGENTS =
            List.of("ALDER LETTINGS LTD", "MERE DEBT CHARITY", "STEP PLAN CLIENTS", "KEYHOLD PROPERTY");

    private final RandomGenerator random;

    Writing(RandomGenerator random) {
        this.random = random;
    }

    /// @param changed whether the reference is no longer what it was
    record Text(String reference, String name, List<String> texts, boolean changed) {}

    Text write(Mistake mistake, Fund fund, String account, String second, String name) {
        return switch (mistake) {
            case PLAIN -> line(account, name);
            case AMONG_WORDS -> line(words(ENGLISH, account), name);
            case GROUPED -> line(grouped(account), name);
            case LOWER_CASE -> line(words(ENGLISH, account).toLowerCase(Locale.ROOT), name);
            case WELSH_WORDS -> line(words(WELSH, account), name);
            case BILL_SUFFIX -> line(account + "/" + digits(3) + "/" + digits(3), name);
            case BANK_STAMP ->
                line(
                        "%s %02d 01%s26 09:%02d"
                                .formatted(account, random.nextInt(100), one(MONTHS), random.nextInt(60)),
                        name);
            case BANK_NUMBER -> line(account + " RP" + digits(16), name);
            case SPLIT_OVER_FIELDS -> split(account, name);
            case WRAPPED_AT_18 -> wrapped(account, name);
            case IN_THE_NAME -> new Text(one(MONTHS), words(ENGLISH, account), kind(), false);
            case IN_THE_TEXT -> inTheText(account, name);
            case NEIGHBOURS_SWAPPED -> changed(account, swapped(account), name);
            case ONE_WRONG -> changed(account, wrong(account), name);
            case ONE_MISSING -> changed(account, missing(account), name);
            case ONE_TOO_MANY -> changed(account, tooMany(account), name);
            case LOOKS_ALIKE -> changed(account, alike(account), name);
            case PREFIX_MISSING -> changed(account, account.substring(prefix(fund, account)), name);
            case PREFIX_TWICE -> changed(account, account.substring(0, prefix(fund, account)) + account, name);
            case SUFFIX_ATTACHED -> changed(account, account + digits(3 + 3 * random.nextInt(2)), name);
            case WORD_ATTACHED -> changed(account, one(List.of("CTAX", "RENT", "INV", "REF", "NO")) + account, name);
            case ZEROS_LOST -> changed(account, withoutZeros(account, prefix(fund, account)), name);
            case SCIENTIFIC -> changed(account, scientific(account), name);
            case OLD_REFERENCE -> line("70" + digits(8), name);
            case CUT_OFF -> line(cut("COUNCIL REF " + account), name);
            case PROPERTY_REFERENCE -> line("PROP " + digits(12), name);
            case POSTCODE -> line("AM%s %sXY".formatted(digits(1), digits(1)), name);
            case NAME_ONLY -> line(name, name);
            case WORDS_ONLY -> line("%s %s".formatted(one(ENGLISH), one(MONTHS)), name);
            case TWO_REFERENCES -> two(account, second, name);
            case OTHER_SERVICE ->
                line(one(List.of("WATER ", "TV LIC ", "GAS ", "")) + digits(7 + random.nextInt(7)), name);
            case AGENT -> line("SCHEDULE " + digits(3), one(AGENTS));
            case RETURNED -> line("%s %s".formatted(one(List.of("RETURNED", "RECALL", "REVERSAL")), account), name);
            case NOTHING -> line(one(List.of("THANK YOU", "PAYMENT", "AS AGREED", "XMAS", "")), name);
        };
    }

    private Text line(String reference, String name) {
        return new Text(reference, name, kind(), false);
    }

    private Text changed(String account, String now, String name) {
        var reference = random.nextInt(3) == 0 ? words(ENGLISH, now) : now;
        return new Text(reference, name, kind(), !account.equals(now));
    }

    /// What the bank says besides: its own kind of payment, sometimes a number of its own.
    private List<String> kind() {
        var texts = new ArrayList<String>();
        if (random.nextInt(5) < 3) {
            texts.add(one(KINDS));
        }
        if (random.nextInt(50) == 0) {
            texts.add("SEQ " + digits(6 + random.nextInt(3)));
        }
        if (random.nextInt(60) == 0) {
            texts.add("22%s 14:%02d".formatted(one(MONTHS), random.nextInt(60)));
        }
        return List.copyOf(texts);
    }

    private String words(List<String> of, String account) {
        return switch (random.nextInt(4)) {
            case 0 -> "%s %s".formatted(one(of), account);
            case 1 -> "%s %s".formatted(account, one(of));
            case 2 -> "%s %s %s".formatted(one(of), account, one(MONTHS));
            default -> "%s: %s".formatted(one(of), account);
        };
    }

    private String grouped(String account) {
        if (account.contains("/")) {
            return account;
        }
        var separator = one(List.of(" ", " ", "-", "."));
        var grouped = new StringBuilder();
        int group = 2 + random.nextInt(3);
        for (int i = 0; i < account.length(); i++) {
            if (i > 0 && i % group == 0) {
                grouped.append(separator);
            }
            grouped.append(account.charAt(i));
        }
        return grouped.toString();
    }

    private Text split(String account, String name) {
        int at = 2 + random.nextInt(account.length() - 3);
        if (account.contains("/")) {
            return line(account, name);
        }
        return new Text(account.substring(0, at), name, List.of(account.substring(at)), false);
    }

    private Text wrapped(String account, String name) {
        if (account.contains("/")) {
            return line(account, name);
        }
        int before = FIELD - 2 - random.nextInt(account.length() - 3);
        var filled = "COUNCIL PAYMENT FOR".substring(0, Math.max(0, before - 1)) + " ";
        var all = filled + account;
        return all.length() <= FIELD
                ? line(all, name)
                : new Text(all.substring(0, FIELD), name, List.of(all.substring(FIELD)), false);
    }

    private Text inTheText(String account, String name) {
        return new Text("", name, List.of("%s %s %s".formatted(one(KINDS), one(ENGLISH), account)), false);
    }

    private String swapped(String account) {
        for (int tried = 0; tried < 20; tried++) {
            int at = random.nextInt(account.length() - 1);
            char first = account.charAt(at);
            char second = account.charAt(at + 1);
            if (first != second && Character.isDigit(first) && Character.isDigit(second)) {
                return account.substring(0, at) + second + first + account.substring(at + 2);
            }
        }
        return account;
    }

    private int anyDigit(String account) {
        int at = random.nextInt(account.length());
        while (!Character.isDigit(account.charAt(at))) {
            at = random.nextInt(account.length());
        }
        return at;
    }

    private String wrong(String account) {
        int at = anyDigit(account);
        char now = DIGITS.charAt((account.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return account.substring(0, at) + now + account.substring(at + 1);
    }

    private String missing(String account) {
        int at = anyDigit(account);
        return account.substring(0, at) + account.substring(at + 1);
    }

    private String tooMany(String account) {
        int at = anyDigit(account);
        return account.substring(0, at) + DIGITS.charAt(random.nextInt(10)) + account.substring(at);
    }

    private String alike(String account) {
        var alike = new StringBuilder(account);
        for (int i = 0; i < account.length(); i++) {
            int which = "01586".indexOf(account.charAt(i));
            if (which >= 0) {
                alike.setCharAt(i, "OISBG".charAt(which));
            }
        }
        return alike.toString();
    }

    private static int prefix(Fund fund, String account) {
        var format = fund.format();
        return format == null
                ? 0
                : format.shape().starts().stream()
                        .filter(account::startsWith)
                        .mapToInt(String::length)
                        .findFirst()
                        .orElse(0);
    }

    private static String withoutZeros(String account, int prefix) {
        int end = prefix;
        while (end < account.length() - 5 && account.charAt(end) == '0') {
            end++;
        }
        return account.substring(0, prefix) + account.substring(end);
    }

    /// As spreadsheets show numbers of twelve digits and more, and shorter ones in a narrow column.
    private static String scientific(String account) {
        if (!account.chars().allMatch(Character::isDigit) || account.length() < 9) {
            return account;
        }
        return "%.5E".formatted(Double.parseDouble(account));
    }

    private static String cut(String text) {
        return text.length() > FIELD ? text.substring(0, FIELD) : text.substring(0, text.length() - 3);
    }

    private Text two(String account, String second, String name) {
        var other = random.nextInt(5) == 0 ? wrong(second) : second;
        return random.nextBoolean()
                ? line("%s %s %s".formatted(account, one(List.of("AND", "&", "+")), other), name)
                : new Text(account, name, List.of(other), false);
    }

    private String digits(int many) {
        var digits = new StringBuilder();
        for (int i = 0; i < many; i++) {
            digits.append(DIGITS.charAt(random.nextInt(10)));
        }
        return digits.toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
