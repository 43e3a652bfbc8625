package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import localgov.ims.kernel.Money;
import localgov.ims.platform.PlaceInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The parameters of a list: what is asked for, where the page begins, and the address of the next one. A page
/// begins after the last entry of the one before, so nothing is shown twice or left out because something new
/// arrived meanwhile.
final class Asked {
    static final int USUAL = 50;
    static final int MOST = 500;

    static final String AFTER = "after";
    static final String LIMIT = "limit";
    private static final String NO_PLACE = "This must be taken as it is from the next link of the page before.";

    private final HttpServletRequest request;
    private final List<Problem.Field> errors = new ArrayList<>();

    /// @param known the parameters that this call has
    Asked(HttpServletRequest request, Set<String> known) {
        this.request = request;
        request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name ->
                        errors.add(Problem.Field.of(name, "unknown_parameter", "There is no such parameter here.")));
    }

    List<Problem.Field> errors() {
        return errors;
    }

    /// How many entries a page has.
    int limit() {
        var given = text(LIMIT);
        if (given == null) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of bounds.
        }
        note(LIMIT, "out_of_bounds", "This must be a whole number from 1 to %d.".formatted(MOST));
        return USUAL;
    }

    @Nullable
    String text(String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    @Nullable
    LocalDate day(String name) {
        var value = text(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            note(name, "not_a_date", "This must be a day such as 2026-11-20.");
            return null;
        }
    }

    @Nullable
    Money pence(String name) {
        var value = text(name);
        try {
            return value == null ? null : Money.pence(Long.parseLong(value));
        } catch (NumberFormatException e) {
            note(name, "not_whole_pence", "This must be a whole number of pence, such as 3500 for £35.00.");
            return null;
        }
    }

    /// The place after which the page begins: as many parts as the list's order has, or nothing for the first page.
    Optional<List<String>> after(int parts) {
        var given = text(AFTER);
        if (given == null) {
            return Optional.empty();
        }
        try {
            var place =
                    List.of(new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8).split(",", -1));
            if (place.size() == parts) {
                return Optional.of(place);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        wrongPlace();
        return Optional.empty();
    }

    /// The same for lists that go by time.
    @Nullable
    PlaceInTime placeInTime() {
        var parts = after(2);
        if (parts.isEmpty()) {
            return null;
        }
        var place = PlaceInTime.read(parts.get().getFirst(), parts.get().getLast());
        if (place.isEmpty()) {
            wrongPlace();
        }
        return place.orElse(null);
    }

    /// The one state that is asked for, or none for all.
    ///
    /// @param thing what is in it, such as `a refund`
    <S extends Enum<S>> List<S> state(Class<S> states, String thing) {
        var given = text("state");
        if (given == null) {
            return List.of();
        }
        var state = Arrays.stream(states.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(given))
                .toList();
        if (state.isEmpty()) {
            note("state", "unknown", "There is no such state of %s.".formatted(thing));
        }
        return state;
    }

    void note(String name, String code, String detail) {
        errors.add(Problem.Field.of(name, code, detail));
    }

    void wrongPlace() {
        note(AFTER, "not_a_place", NO_PLACE);
    }

    /// The address of the page that begins after this place, with everything else as it was asked.
    String next(Object... place) {
        var words = Arrays.stream(place).map(String::valueOf).toList();
        var cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(",", words).getBytes(StandardCharsets.UTF_8));
        var next = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(AFTER)) {
                next.queryParam(name, (Object[]) values);
            }
        });
        return next.queryParam(AFTER, cursor).encode().build().toUriString();
    }
}
