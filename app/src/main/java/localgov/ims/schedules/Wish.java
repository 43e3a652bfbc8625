package localgov.ims.schedules;

import java.util.List;
import java.util.UUID;

/// What somebody wants matched.
///
/// @param id the same id is the same match, however often it is sent
/// @param account on which all of the schedules wait
/// @param files whose schedules they are
/// @param items the credits, by their items of suspense
public record Wish(UUID id, String account, List<UUID> files, List<Long> items) {
    public Wish {
        files = files.stream().distinct().sorted().toList();
        items = items.stream().distinct().sorted().toList();
    }
}
