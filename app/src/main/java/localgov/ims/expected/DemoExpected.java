package localgov.ims.expected;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import localgov.ims.kernel.London;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// When the made-up council's files come.
@Component
public class DemoExpected {
    private static final String CODE = "bank-morning";
    private static final WorkingDays WORKING = new WorkingDays(Nation.ENGLAND_AND_WALES, Set.of());

    private final Settings settings;
    private final ExpectedStore store;

    DemoExpected(Settings settings, ExpectedStore store) {
        this.settings = settings;
        this.store = store;
    }

    /// Whether banks work on a day.
    public boolean worksOn(LocalDate day) {
        return WORKING.works(day);
    }

    /// When the bank's file of a day is due; at the end of the day where the council expects none.
    public Instant due(LocalDate day) {
        return store.all().stream()
                .filter(one -> one.code().equals(CODE))
                .findFirst()
                .map(one -> one.due(day, WORKING))
                .orElseGet(() -> London.startOf(day.plusDays(1)));
    }

    /// From this day on the bank's files are expected.
    public void from(LocalDate first) {
        settings.get(ExpectedData.FILES, CODE).ifPresent(entry -> {
            var answers = new HashMap<>(entry.values());
            answers.put("starts_on", first.toString());
            settings.change(ExpectedData.FILES, CODE, entry.version(), answers, "system");
        });
    }
}
