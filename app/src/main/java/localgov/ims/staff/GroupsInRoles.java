package localgov.ims.staff;

import java.util.List;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.Grants;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.springframework.stereotype.Component;

/// The roles and keys that are limited to a group of funds. As long as there are any, the group stays in use.
@Component
class GroupsInRoles implements UsedElsewhere {
    private static final Phrase ROLES =
            Phrase.both("Roles of people within this group", "Rolau pobl o fewn y grŵp hwn");
    private static final Phrase KEYS =
            Phrase.both("Keys of programs within this group", "Allweddi rhaglenni o fewn y grŵp hwn");

    private final Grants grants;
    private final ApiKeys keys;

    GroupsInRoles(Grants grants, ApiKeys keys) {
        this.grants = grants;
        this.keys = keys;
    }

    @Override
    public List<Use> of(String type, String key) {
        return type.equals("fund-groups")
                ? List.of(
                        Use.of(ROLES, grants.withinGroup(key), Links.PEOPLE).holding(),
                        Use.of(KEYS, keys.withinGroup(key), Links.KEYS).holding())
                : List.of();
    }
}
