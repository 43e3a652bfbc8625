package localgov.ims.assurance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import localgov.ims.kernel.London;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What was filled in to search the audit, and what is wrong with it.
///
/// @param form by the names of its fields
record SoughtForm(Map<String, String> form, Answers answers) {
    static final List<String> FIELDS = List.of("q", "who", "did", "subject", "from", "to", "person");
    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 200;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern REFERENCE =
            Pattern.compile("[BCDFGHJKLMNPQRSTVWXZ2-9]{4}-[BCDFGHJKLMNPQRSTVWXZ2-9]{4}");
    /// How the audit names what something was done to, such as `payment:0198…`.
    private static final Pattern SUBJECT = Pattern.compile("[a-z][a-z-]*:\\S+");

    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-MM-dd", "d/M/uuuu", "d MMMM uuuu", "d MMM uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.UK).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    static SoughtForm of(Map<String, String> form, Words words) {
        var answers = Answers.of(words, form);
        for (var field : List.of("from", "to")) {
            if (!typed(form, field).isEmpty() && day(typed(form, field)).isEmpty()) {
                answers = answers.wrong(field, "assurance.not-a-day");
            }
        }
        return new SoughtForm(form, answers);
    }

    private static String typed(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "").replace("\0", "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private Optional<String> typed(String field) {
        return Optional.of(typed(form, field)).filter(text -> !text.isEmpty());
    }

    boolean isNarrowed() {
        return FIELDS.stream().anyMatch(field -> typed(field).isPresent());
    }

    /// Only once the answers hold.
    Sought sought(AuditSearch search) {
        var text = typed("q").orElse("");
        var reference = Optional.of(text.toUpperCase(Locale.ROOT))
                .filter(typed -> REFERENCE.matcher(typed).matches());
        var subject = typed("subject").isPresent()
                ? Optional.<String>empty()
                : Optional.of(text).filter(typed -> SUBJECT.matcher(typed).matches());
        return new Sought(
                typed("who").map(search::called).orElse(null),
                typed("person").flatMap(SoughtForm::id).orElse(null),
                typed("did").orElse(null),
                typed("subject").or(() -> subject).orElse(null),
                typed("from").flatMap(SoughtForm::day).map(London::startOf).orElse(null),
                typed("to")
                        .flatMap(SoughtForm::day)
                        .map(day -> London.startOf(day.plusDays(1)))
                        .orElse(null),
                reference.isPresent() || subject.isPresent() ? List.of() : words(text),
                reference.orElse(null));
    }

    private static List<String> words(String text) {
        return Stream.of(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.of(new UUID(0, 0));
        }
    }

    private static Optional<LocalDate> day(String typed) {
        for (var form : DAYS) {
            var day = read(typed, form);
            if (day != null) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalDate read(String typed, DateTimeFormatter form) {
        try {
            return LocalDate.parse(typed, form);
        } catch (DateTimeException otherwise) {
            return null;
        }
    }
}
