package localgov.ims.platform;

import java.util.List;

/// What a room keeps locked for longer than a few minutes, declared with a bean: when a newer key comes, it is locked
/// again, so that the former key can go.
@FunctionalInterface
public interface LockedColumns {
    List<LockedColumn> all();
}
