package localgov.ims.catalogue;

import java.util.Set;

/// Funds that belong together, such as all that one service looks after. A fund may be in several groups.
///
/// @param funds the codes of those that are in it now
public record FundGroup(String code, String name, String nameInWelsh, Set<String> funds) {
    public FundGroup {
        funds = Set.copyOf(funds);
    }
}
