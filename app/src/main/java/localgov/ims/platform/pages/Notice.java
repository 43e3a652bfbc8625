package localgov.ims.platform.pages;

import java.util.List;

/// What the council wants everybody at one side of the counter to know now.
///
/// @param texts all of one severity, the one that began first before the others
public record Notice(Severity severity, List<Prose> texts) {
    public Notice {
        texts = List.copyOf(texts);
    }

    /// The gravest first, as pages show them.
    public enum Severity {
        ERROR,
        WARNING,
        INFORMATION;

        /// Its name in keys of words and classes of style sheets.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
