package localgov.ims.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Formats as they would be with answers that nobody has saved yet.
@Component
class Drafts {
    private static final String CHECK_DIGIT = "check_digit";

    private final Settings settings;

    Drafts(Settings settings) {
        this.settings = settings;
    }

    /// The format with these answers and the check digit that they choose.
    ReferenceFormat format(Map<String, String> answers) {
        var check = settings.get(CatalogueData.CHECK_DIGITS, answers.getOrDefault(CHECK_DIGIT, ""));
        return format(
                answers,
                check.map(entry -> CatalogueStore.checkDigit(entry.values())).orElse(null));
    }

    private static ReferenceFormat format(Map<String, String> answers, @Nullable CheckDigit check) {
        return ReferenceFormat.of(CatalogueStore.rules(answers, check));
    }

    /// The format that is written down under this code.
    Optional<ReferenceFormat> format(String code) {
        return settings.get(CatalogueData.REFERENCE_FORMATS, code).map(entry -> format(entry.values()));
    }

    /// A format that is written down, and what it would be.
    record Formed(Entry entry, ReferenceFormat format) {}

    /// Every format with this check digit as it would be if the check digit were another.
    List<Formed> formsWith(String checkDigit, CheckDigit instead) {
        return settings.list(CatalogueData.REFERENCE_FORMATS).stream()
                .filter(entry ->
                        !checkDigit.isEmpty() && entry.value(CHECK_DIGIT).equals(checkDigit))
                .map(entry -> new Formed(entry, format(entry.values(), instead)))
                .toList();
    }
}
