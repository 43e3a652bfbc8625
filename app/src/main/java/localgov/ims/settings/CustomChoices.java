package localgov.ims.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The choices of a custom field as a council writes them down, one on each line: `north | North | Gogledd`.
final class CustomChoices {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]{0,29}";
    private static final int LONGEST = 100;

    private CustomChoices() {}

    /// Empty when a line does not say what it should, or a code is there twice.
    static Optional<List<Field.Choice>> read(String lines) {
        var choices = new ArrayList<Field.Choice>();
        var codes = new HashSet<String>();
        for (var line : lines.lines().filter(text -> !text.isBlank()).toList()) {
            var parts = line.split("\\|", -1);
            if (parts.length != 3 || !isRight(parts) || !codes.add(parts[0].strip())) {
                return Optional.empty();
            }
            choices.add(Field.Choice.of(parts[0].strip(), parts[1].strip(), parts[2].strip()));
        }
        return Optional.of(choices);
    }

    private static boolean isRight(String[] parts) {
        return parts[0].strip().matches(CODE) && isName(parts[1].strip()) && isName(parts[2].strip());
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }
}
