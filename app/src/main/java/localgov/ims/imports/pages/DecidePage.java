package localgov.ims.imports.pages;

import java.util.List;

/// A person decides about a file, with a reason.
///
/// @param title what is decided, with the file's name
/// @param what what follows from it, as a sentence
/// @param action where the reason is sent
/// @param back the file
/// @param key so that sending it twice asks once
/// @param checks what differs; none where that does not matter
/// @param moved lines that stand in the way, as sentences; where there are some, nothing can be decided
/// @param button what the button says
public record DecidePage(
        String title,
        String what,
        String action,
        String back,
        String key,
        List<ImportPage.CheckRow> checks,
        List<String> moved,
        String button) {
    public DecidePage {
        checks = List.copyOf(checks);
        moved = List.copyOf(moved);
    }
}
