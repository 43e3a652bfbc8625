package localgov.ims.directory;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.councils.CouncilCache;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.people.SignInRules;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What the council wrote down about signing in. Until it says otherwise, a password alone is not enough, except in a
/// demonstration.
@Component
class CouncilSignInRules implements SignInRules {
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final Set<String> TABLES =
            Set.of("directory_provider", "directory_rule", "directory_emergency_person");

    private record Rule(LocalDate from, boolean passwordsOff, boolean secondFactor) {
        static Rule of(Entry entry) {
            return new Rule(
                    LocalDate.parse(entry.value("from_day")),
                    entry.value("passwords_off").equals("yes"),
                    entry.value("second_factor").equals("yes"));
        }
    }

    private record Known(List<Directory> directories, List<Rule> rules, Set<String> emergencyPeople) {}

    private static final Known NOBODYS = new Known(List.of(), List.of(), Set.of());

    private final Settings settings;
    private final Providers providers;
    private final InstantSource clock;
    private final boolean demo;
    private final CouncilCache<Known> known;

    CouncilSignInRules(Settings settings, Providers providers, InstantSource clock, ImsSettings ims) {
        this.settings = settings;
        this.providers = providers;
        this.clock = clock;
        this.demo = ims.demo();
        this.known = new CouncilCache<>(clock, MOMENT, this::read);
    }

    private Known read() {
        var directories = providers.open().stream()
                .map(entry -> new Directory(entry.key(), entry.value("name")))
                .toList();
        var rules = settings.list(DirectoryData.RULES).stream()
                .filter(entry -> !entry.isRetired())
                .map(Rule::of)
                .toList();
        var people = settings.list(DirectoryData.EMERGENCY_PEOPLE).stream()
                .filter(entry -> !entry.isRetired())
                .map(Entry::key)
                .collect(Collectors.toUnmodifiableSet());
        return new Known(directories, rules, people);
    }

    /// The page that asks who one is, is drawn for every host name, also for one that belongs to no council; there is
    /// nothing to decide there.
    private Known known() {
        return CurrentCouncil.optional().isPresent() ? known.get() : NOBODYS;
    }

    @EventListener
    void changed(ReferenceDataChanged changed) {
        if (TABLES.contains(changed.table())) {
            known.forget();
        }
    }

    private Rule now() {
        var today = London.dayOf(clock.instant());
        return known().rules().stream()
                .filter(rule -> !rule.from().isAfter(today))
                .max(Comparator.comparing(Rule::from))
                .orElseGet(() -> new Rule(today, false, !demo));
    }

    @Override
    public List<Directory> directories() {
        return known().directories();
    }

    @Override
    public boolean passwordsAreOff() {
        return now().passwordsOff() && !directories().isEmpty();
    }

    @Override
    public boolean mayInAnEmergency(String email) {
        return known().emergencyPeople().contains(email);
    }

    @Override
    public boolean secondFactorIsNeeded() {
        return now().secondFactor();
    }
}
