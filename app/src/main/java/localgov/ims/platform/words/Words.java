package localgov.ims.platform.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a page says in one language: sentences by key, and money, dates, times, numbers and ages as people read
/// them.
public final class Words {
    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> WELSH_MONTHS = List.of(
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> WELSH_DAYS =
            List.of("dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul");

    private final WordBook book;
    private final Language language;

    Words(WordBook book, Language language) {
        this.book = book;
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /// The sentence with this key, `{0}`, `{1}` … filled in.
    ///
    /// Money, dates, instants, whole numbers and durations are written as the methods below write them;
    /// everything else as it stands. A sentence nobody wrote down is logged and shown as its key:
    /// a missing word must not stop a payment.
    public String say(String key, Object... values) {
        var sentence = book.sentence(language, key);
        if (sentence.isEmpty()) {
            LOG.error("No words for {}", key);
            return key;
        }
        return filled(sentence.get(), values);
    }

    /// The sentence with this key, empty when nobody wrote it down: for keys that are made of what others send.
    public Optional<String> known(String key, Object... values) {
        return book.sentence(language, key).map(sentence -> filled(sentence, values));
    }

    /// What a council wrote in both languages; the English where it wrote no Welsh.
    public String either(String english, String welsh) {
        return language == Language.WELSH && !welsh.isEmpty() ? welsh : english;
    }

    /// The same for a page, which says where it is in English because nobody wrote it in Welsh: the Welsh is blank, or
    /// the English again, which rooms put in its place.
    public Written written(String english, String welsh) {
        boolean same = welsh.isEmpty() || welsh.equals(english);
        boolean untranslated = language == Language.WELSH && same && !english.isEmpty();
        return new Written(either(english, welsh), untranslated ? Language.ENGLISH.code() : null);
    }

    /// The `lang` of text that there is in English alone, such as what was written down when money came in;
    /// absent on a page that is in English itself.
    public @Nullable String kept() {
        return language == Language.ENGLISH ? null : Language.ENGLISH.code();
    }

    /// Text that there is in English alone, for a page: it says so where the page is in Welsh.
    public Written inEnglish(String text) {
        return new Written(text, kept());
    }

    /// The sentence for this many: `key.one` or `key.other` (Welsh also knows `zero`, `two`, `few` for three and
    /// `many` for six; `other` stands in for what is not there). `{0}` is the number.
    public String count(String key, long number, Object... more) {
        var values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        var exact = key + "." + plural(number);
        return book.has(language, exact) ? say(exact, values) : say(key + ".other", values);
    }

    private String plural(long number) {
        if (language == Language.ENGLISH) {
            return number == 1 ? "one" : "other";
        }
        return switch ((int) Math.min(number, 7)) {
            case 0 -> "zero";
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "few";
            case 6 -> "many";
            default -> "other";
        };
    }

    /// `£1,234.50`, with a true minus sign before the pound: `−£12.30`.
    public String money(Money money) {
        var sign = money.pence() < 0 ? "−" : "";
        // A long's smallest value has no positive twin, so the parts are made positive one by one.
        var pounds = number(Math.abs(money.pence() / 100));
        var pence = Math.abs(money.pence() % 100);
        return sign + "£" + pounds + (pence < 10 ? ".0" : ".") + pence;
    }

    /// A whole number with commas between the thousands: `3,871`.
    public String number(long number) {
        var digits = Long.toString(number);
        var start = number < 0 ? 1 : 0;
        var written = new StringBuilder(digits);
        for (int comma = digits.length() - 3; comma > start; comma -= 3) {
            written.insert(comma, ',');
        }
        return start == 1 ? written.replace(0, 1, "−").toString() : written.toString();
    }

    /// `21 November 2026`, `21 Tachwedd 2026`.
    public String date(LocalDate day) {
        var months = language == Language.WELSH ? WELSH_MONTHS : MONTHS;
        return day.getDayOfMonth() + " " + months.get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    /// `Saturday 21 November 2026`, `dydd Sadwrn 21 Tachwedd 2026`.
    public String weekday(LocalDate day) {
        var days = language == Language.WELSH ? WELSH_DAYS : DAYS;
        return days.get(day.getDayOfWeek().getValue() - 1) + " " + date(day);
    }

    /// The time of day in London: `10:15am`.
    public String time(Instant instant) {
        return timeOfDay(instant.atZone(London.ZONE).toLocalTime());
    }

    /// `10:15am`
    public String timeOfDay(LocalTime time) {
        var hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        var minute = time.getMinute();
        return hour + (minute < 10 ? ":0" : ":") + minute + (time.getHour() < 12 ? "am" : "pm");
    }

    /// The day and time in London: `21 November 2026 at 10:15am`.
    public String moment(Instant instant) {
        var at = language == Language.WELSH ? " am " : " at ";
        return date(London.dayOf(instant)) + at + time(instant);
    }

    /// How long, in the largest whole unit: `3 days`, `5 hours`, `20 minutes`, `less than a minute`.
    public String age(Duration age) {
        if (age.toDays() > 0) {
            return count("words.days", age.toDays());
        }
        if (age.toHours() > 0) {
            return count("words.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? count("words.minutes", age.toMinutes()) : say("words.moment");
    }

    /// How many days lie between two days: `3 days`, `today` for none.
    public String days(LocalDate from, LocalDate to) {
        var days = to.toEpochDay() - from.toEpochDay();
        return days == 0 ? say("words.today") : count("words.days", days);
    }

    private String filled(String sentence, Object... values) {
        var filled = new StringBuilder();
        int at = 0;
        while (at < sentence.length()) {
            int open = sentence.indexOf('{', at);
            int close = open < 0 ? -1 : sentence.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(sentence, at, open).append(value(sentence.substring(open + 1, close), values));
            at = close + 1;
        }
        return filled.append(sentence.substring(at)).toString();
    }

    private String value(String place, Object... values) {
        boolean number = !place.isEmpty() && place.length() < 3 && place.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(place) >= values.length) {
            return "{" + place + "}";
        }
        return written(values[Integer.parseInt(place)]);
    }

    private String written(Object value) {
        return switch (value) {
            case Money money -> money(money);
            case Long number -> number(number);
            case Integer number -> number(number);
            case LocalDate day -> date(day);
            case Instant instant -> moment(instant);
            case Duration age -> age(age);
            default -> String.valueOf(value);
        };
    }
}
