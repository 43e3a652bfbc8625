package localgov.ims.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a search's parameters; all that are wrong are named together. Unknown ones are ignored.
final class SearchReading {
    /// @param wrong the parameters that cannot be understood
    record Wish(Map<String, String> parameters, SearchFilter filter, int page, int size, List<String> wrong) {
        int offset() {
            return (page - 1) * size;
        }
    }

    /// What payments can be searched by; `capturable` is not among them, although it is a state.
    private static final Set<String> STATES =
            Set.of("created", "started", "submitted", "success", "failed", "cancelled", "error");

    private static final Set<String> DISPUTES = Set.of("needs_response", "under_review", "won", "lost");
    private static final int MOST = 500;

    private final Map<String, String> parameters;
    private final List<String> wrong = new ArrayList<>();

    private SearchReading(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static Wish payments(Map<String, String> parameters) {
        var reading = new SearchReading(parameters);
        var filter = new SearchFilter(
                reading.matching("reference", "(?s).{0,255}"),
                reading.matching("email", "(?s).{0,254}"),
                reading.states(),
                reading.matching("card_brand", "(?s).{0,100}"),
                reading.matching("cardholder_name", "(?s).{0,255}"),
                reading.matching("first_digits_card_number", "\\d{6}"),
                reading.matching("last_digits_card_number", "\\d{4}"),
                reading.matching("agreement_id", "(?s).{26}"),
                reading.instant("from_date"),
                reading.instant("to_date"),
                reading.day("from_settled_date"),
                reading.day("to_settled_date"));
        return reading.wish(filter);
    }

    static Wish refunds(Map<String, String> parameters) {
        return new SearchReading(parameters).byTimeOnly();
    }

    static Wish agreements(Map<String, String> parameters) {
        var reading = new SearchReading(parameters);
        reading.matching("reference", "(?s).{0,255}");
        reading.matching("status", "created|active|cancelled|inactive");
        return reading.byTimeOnly();
    }

    static Wish disputes(Map<String, String> parameters) {
        var reading = new SearchReading(parameters);
        var status = reading.given("status");
        if (status != null && !DISPUTES.contains(status)) {
            reading.wrong.add("state");
        }
        return reading.byTimeOnly();
    }

    private Wish byTimeOnly() {
        return wish(new SearchFilter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                instant("from_date"),
                instant("to_date"),
                day("from_settled_date"),
                day("to_settled_date")));
    }

    private Wish wish(SearchFilter filter) {
        var page = number("page", 1, Integer.MAX_VALUE / MOST);
        var size = number("display_size", MOST, MOST);
        return new Wish(parameters, filter, page, size, wrong);
    }

    private @Nullable String given(String name) {
        var value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private @Nullable String matching(String name, String form) {
        var value = given(name);
        if (value != null && !value.matches(form)) {
            wrong.add(name);
        }
        return value;
    }

    /// The simulator's own names for the state asked for.
    private @Nullable String states() {
        var state = given("state");
        if (state == null) {
            return null;
        }
        if (!STATES.contains(state.toLowerCase(Locale.ROOT))) {
            wrong.add("state");
        }
        return Stream.of(Life.values())
                .filter(life -> life.status().equals(state.toLowerCase(Locale.ROOT)))
                .map(Life::name)
                .collect(Collectors.joining(","));
    }

    private @Nullable Instant instant(String name) {
        var value = given(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notATime) {
            wrong.add(name);
            return null;
        }
    }

    private @Nullable LocalDate day(String name) {
        var value = given(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            wrong.add(name);
            return null;
        }
    }

    private int number(String name, int unlessGiven, int most) {
        var value = given(name);
        if (value == null) {
            return unlessGiven;
        }
        var number = value.matches("\\d{1,8}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            wrong.add(name);
            return 1;
        }
        return number;
    }
}
