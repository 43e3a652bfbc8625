package localgov.ims.directory;

import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;

/// Sets up a council's signing in for a test.
final class DirectoryHouse {
    private final Settings settings;
    private final People people;

    DirectoryHouse(Settings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    void directory(String code, String issuer) {
        save(Map.of(
                "code", code,
                "name", "Aldermere " + code,
                "issuer", issuer,
                "client_id", CouncilDirectory.CLIENT,
                "client_secret", "s3cret",
                "groups_claim", "groups",
                "address_claim", "email",
                "vouches", "no",
                "domains", "aldermere.example",
                "open", "yes"));
    }

    private void save(Map<String, String> answers) {
        within(() -> {
            if (settings.get(DirectoryData.DIRECTORIES, answers.get("code")).isEmpty()) {
                done(settings.add(DirectoryData.DIRECTORIES, answers, "system"));
            }
            return true;
        });
    }

    /// From today, whatever held before.
    void rule(boolean passwordsOff, boolean secondFactor) {
        var from = java.time.LocalDate.now(java.time.ZoneId.of("Europe/London")).toString();
        var answers = Map.of(
                "from_day",
                from,
                "passwords_off",
                passwordsOff ? "yes" : "no",
                "second_factor",
                secondFactor ? "yes" : "no",
                "reason",
                "");
        within(() -> {
            var there = settings.get(DirectoryData.RULES, from);
            done(
                    there.isEmpty()
                            ? settings.add(DirectoryData.RULES, answers, "system")
                            : settings.change(
                                    DirectoryData.RULES, from, there.get().version(), answers, "system"));
            return true;
        });
    }

    void emergencyPerson(String email) {
        within(() -> {
            if (settings.get(DirectoryData.EMERGENCY_PEOPLE, email).isEmpty()) {
                done(settings.add(DirectoryData.EMERGENCY_PEOPLE, Map.of("email", email, "reason", ""), "system"));
            }
            return true;
        });
    }

    private static void done(Saved saved) {
        if (!(saved instanceof Saved.Done)) {
            throw new AssertionError(saved);
        }
    }

    Person person(String email) {
        return within(() -> {
            people.add(email, "Cy Colleague", DemoPeople.PASSWORD, "system");
            return people.find(email).orElseThrow();
        });
    }
}
