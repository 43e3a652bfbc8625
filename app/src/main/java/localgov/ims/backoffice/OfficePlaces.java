package localgov.ims.backoffice;

import java.util.stream.Stream;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficePlace;

/// Entries of the office's navigation that know who may go there.
public final class OfficePlaces {
    private OfficePlaces() {}

    /// An entry shown to those who have any one of these permissions.
    ///
    /// @param order where it stands, see [OfficePlace]
    /// @param key the word for it
    public static OfficePlace at(int order, String key, String path, Permission... needed) {
        return OfficePlace.at(order, key, path).shownWhen(_ -> Stream.of(needed).anyMatch(CurrentCaller::may));
    }
}
