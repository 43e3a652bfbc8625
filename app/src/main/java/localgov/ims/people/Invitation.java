package localgov.ims.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Somebody who was asked to join and has not come yet.
///
/// @param roles the codes of what is asked for them once they have come, with commas between them
public record Invitation(
        UUID id, String email, String name, String roles, PersonId invitedBy, Instant invitedAt, Instant expiresAt) {
    public List<String> proposedRoles() {
        return Stream.of(roles.split(",")).filter(code -> !code.isEmpty()).toList();
    }
}
