package localgov.ims.people;

import java.util.Set;

/// A job at the council, as a set of permissions with a name. The roles that came with the system stay as they are;
/// councils add their own.
///
/// @param code never changes; `nameInWelsh` and `sentenceInWelsh` are the same in the other language
/// @param sentence what whoever has it does
/// @param version counts its changes
/// @param retired can no longer be given; nobody has it
public record Role(
        String code,
        String name,
        String nameInWelsh,
        String sentence,
        String sentenceInWelsh,
        Set<Permission> permissions,
        boolean builtIn,
        long version,
        boolean retired) {
    public static final String SYSTEMS_ADMINISTRATOR = "systems-administrator";
    public static final String INCOME_OFFICER = "income-officer";
    public static final String INCOME_MANAGER = "income-manager";
    public static final String CASHIER = "cashier";
    public static final String SERVICE_COLLEAGUE = "service-colleague";
    public static final String AUDITOR = "auditor";

    public Role {
        permissions = Set.copyOf(permissions);
    }

    /// What a grant of this role within these limits gives.
    public Held within(Limits limits) {
        return new Held(permissions, limits);
    }
}
