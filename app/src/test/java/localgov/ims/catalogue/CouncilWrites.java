package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;

/// Writes down messages of funds and what methods do, as the council would. To be called within a council.
public final class CouncilWrites {
    private CouncilWrites() {}

    /// A message of a fund that holds from now on, for everybody unless something else is said.
    public static void message(Settings settings, String fund, String code, Map<String, String> said) {
        var type = settings.type("fund-messages").orElseThrow();
        var answers = new HashMap<>(Map.of("fund", fund, "code", code, "shown_to", "BOTH", "stops", "yes"));
        answers.putAll(said);
        assertThat(settings.add(type, answers, "ann")).isInstanceOf(Saved.Done.class);
    }

    /// Payers may be sent back to this address; writing it down again changes nothing.
    public static void returnsTo(Settings settings, String code, String address) {
        var type = settings.type("return-addresses").orElseThrow();
        if (settings.get(type, code).isEmpty()) {
            assertThat(settings.add(type, Map.of("code", code, "address", address), "system"))
                    .isInstanceOf(Saved.Done.class);
        }
    }

    /// The message is said no more.
    public static void silence(Settings settings, String fund, String code) {
        var type = settings.type("fund-messages").orElseThrow();
        var key = fund + "~" + code;
        var entry = settings.get(type, key).orElseThrow();
        assertThat(settings.retire(type, key, entry.version(), "ann")).isInstanceOf(Saved.Done.class);
    }

    public static void method(Settings settings, String code, Map<String, String> changed) {
        var type = settings.type("methods-of-payment").orElseThrow();
        var entry = settings.get(type, code).orElseThrow();
        var answers = new HashMap<>(entry.values());
        answers.putAll(changed);
        assertThat(settings.change(type, code, entry.version(), answers, "ann")).isInstanceOf(Saved.Done.class);
    }
}
