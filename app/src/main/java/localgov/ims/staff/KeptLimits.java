package localgov.ims.staff;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.Set;
import localgov.ims.people.Limits;
import org.jspecify.annotations.Nullable;

/// Limits as they are written down with what somebody asked for, part by part.
///
/// @param fundGroups nothing in what was asked for before there were groups of funds
record KeptLimits(
        @JsonAlias("groups") @Nullable List<String> fundGroups,
        List<String> funds,
        List<String> offices,
        List<String> methods) {
    static KeptLimits of(Limits limits) {
        return new KeptLimits(
                Agreement.sorted(limits.groups()),
                Agreement.sorted(limits.funds()),
                Agreement.sorted(limits.offices()),
                Agreement.sorted(limits.methods()));
    }

    Limits limits() {
        return new Limits(Set.copyOf(funds), Set.copyOf(offices), Set.copyOf(methods))
                .andGroups(fundGroups == null ? Set.of() : Set.copyOf(fundGroups));
    }
}
