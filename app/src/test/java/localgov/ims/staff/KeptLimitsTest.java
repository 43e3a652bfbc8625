package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import localgov.ims.people.Grants;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.Limits;
import localgov.ims.people.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What somebody asked for is read again as it was written down.
class KeptLimitsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Limits LIMITS =
            new Limits(Set.of("23"), Set.of("TH", "LIB"), Set.of("cash")).andGroups(Set.of("parking"));

    @Test
    void limitsStandBesideTheRest() {
        var wanted =
                new Grants.Wanted(new PersonId(UUID.randomUUID()), "cashier", LIMITS, LocalDate.of(2026, 11, 20), null);
        var written = JSON.writeValueAsString(RoleForSomebody.Payload.of(wanted));
        assertThat(written).contains("\"funds\":[\"23\"]", "\"fundGroups\":[\"parking\"]");
        assertThat(JSON.readValue(written, RoleForSomebody.Payload.class).wanted())
                .isEqualTo(wanted);

        var group = new GroupRoles.Wanted("cn=tills", "Tills", "cashier", LIMITS);
        assertThat(JSON.readValue(JSON.writeValueAsString(RoleForGroup.Payload.of(group)), RoleForGroup.Payload.class)
                        .wanted())
                .isEqualTo(group);
    }

    /// A limit that is not read would give more than was asked for.
    @ParameterizedTest
    @ValueSource(strings = {"groups", "fundGroups"})
    void groupsAreReadUnderEitherName(String name) {
        var written = """
                {"person": "%s", "role": "cashier", "%s": ["parking"], "funds": [], "offices": [], "methods": [],
                 "from": "2026-11-20"}""".formatted(UUID.randomUUID(), name);
        assertThat(JSON.readValue(written, RoleForSomebody.Payload.class)
                        .wanted()
                        .limits())
                .isEqualTo(Limits.NONE.andGroups(Set.of("parking")));
    }

    @Test
    void beforeThereWereGroupsThereWereNone() {
        var written = """
                {"person": "%s", "role": "cashier", "funds": ["11"], "offices": [], "methods": [],
                 "from": "2026-11-20"}""".formatted(UUID.randomUUID());
        assertThat(JSON.readValue(written, RoleForSomebody.Payload.class)
                        .wanted()
                        .limits())
                .isEqualTo(Limits.toFunds("11"));
    }
}
