package localgov.ims.staff;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.Office;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Role;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;

/// Puts roles, permissions and limits into words.
record Naming(CatalogueSnapshot catalogue, Words words) {
    private boolean isWelsh() {
        return words.language() == Language.WELSH;
    }

    String role(Role role) {
        return isWelsh() ? role.nameInWelsh() : role.name();
    }

    String sentence(Role role) {
        return isWelsh() ? role.sentenceInWelsh() : role.sentence();
    }

    String permission(Permission permission) {
        return words.say("staff.permission." + permission.name());
    }

    String area(Permission.Area area) {
        return words.say("staff.area." + area.name());
    }

    /// Each permission as a phrase, in the order in which the house thinks of them.
    List<String> permissions(Collection<Permission> some) {
        return Stream.of(Permission.values())
                .filter(some::contains)
                .map(this::permission)
                .toList();
    }

    String fund(String code) {
        return catalogue.fund(code).map(Fund::name).orElse(code);
    }

    String fundGroup(String code) {
        return catalogue.fundGroups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .map(group -> isWelsh() ? group.nameInWelsh() : group.name())
                .orElse(code);
    }

    String office(String code) {
        return catalogue.offices().stream()
                .filter(office -> office.code().equals(code))
                .findFirst()
                .map(Office::name)
                .orElse(code);
    }

    String method(String code) {
        Optional<Method> method = catalogue.method(code);
        return method.map(found -> isWelsh() ? found.nameInWelsh() : found.name())
                .orElse(code);
    }

    /// What somebody is limited to, or that they are not.
    String limits(Limits limits) {
        if (limits.isNone()) {
            return words.say("staff.everywhere");
        }
        return Stream.of(
                        part("staff.only-groups", limits.groups(), this::fundGroup),
                        part("staff.only-funds", limits.funds(), this::fund),
                        part("staff.only-offices", limits.offices(), this::office),
                        part("staff.only-methods", limits.methods(), this::method))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String part(String key, Set<String> codes, Function<String, String> name) {
        if (codes.isEmpty()) {
            return "";
        }
        return words.say(key, codes.stream().map(name).sorted().collect(Collectors.joining(", ")));
    }
}
