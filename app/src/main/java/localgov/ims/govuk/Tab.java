package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One of several views of the same thing.
public record Tab(
        @Nullable String id, String label, @Nullable Content panel, Attributes attributes, Attributes panelAttributes) {

    public static Tab of(String id, String label, Content panel) {
        return new Tab(id, label, panel, Attributes.NONE, Attributes.NONE);
    }

    public String idIn(@Nullable String idPrefix, int index) {
        return id != null && !id.isEmpty() ? id : idPrefix + "-" + index;
    }
}
