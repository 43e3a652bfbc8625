package localgov.ims.reporting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The last receipt of a page, after which the next page begins. Shown as `2026-11-20.12345`.
public record Position(LocalDate happenedOn, long posting) {
    public static Optional<Position> read(String shown) {
        int dot = shown.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Position(LocalDate.parse(shown.substring(0, dot)), Long.parseLong(shown.substring(dot + 1))));
        } catch (DateTimeException | NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return happenedOn + "." + posting;
    }
}
