package localgov.ims.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a council has written down of itself; blank where it has not.
///
/// @param answers by column, in their plain form
record Details(Map<String, String> answers) {
    static final Details NONE = new Details(Map.of());

    Details {
        answers = Map.copyOf(answers);
    }

    String say(String column) {
        return answers.getOrDefault(column, "");
    }

    List<String> address() {
        return say("address")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// As it stands on a receipt; blank when there is none.
    String vatNumber() {
        return VatNumber.read(say("vat_number")).map(VatNumber::shown).orElse("");
    }

    boolean logoSaysName() {
        return say("logo_says_name").equals("yes");
    }

    /// Empty while the council has chosen none of them.
    Optional<Colours> colours() {
        return DetailsData.COLOURS.stream().allMatch(column -> say(column).isEmpty())
                ? Optional.empty()
                : Optional.of(DetailsData.colours(answers));
    }
}
