package localgov.ims.people;

import java.util.List;

/// Somebody followed their invitation and can sign in; they may do nothing yet. Told within the database transaction
/// in which they joined.
///
/// @param proposedRoles the codes of the roles they are to have, if a second person agrees
/// @param invitedBy who proposed them
public record PersonJoined(PersonId person, List<String> proposedRoles, PersonId invitedBy) {}
