package localgov.ims.imports;

import localgov.ims.platform.words.Words;

/// How the state of a file and the share of it that was placed are shown, wherever they are.
public final class FileStates {
    private FileStates() {}

    /// A state and the colour that goes with its word.
    public record Shown(String words, String classes) {}

    public static Shown of(ImportState state, Words words) {
        return switch (state) {
            case RECEIVED -> new Shown(words.say("imports.state.received"), "govuk-tag--grey");
            case READING -> new Shown(words.say("imports.state.reading"), "govuk-tag--blue");
            case REFUSED -> new Shown(words.say("imports.state.refused"), "govuk-tag--red");
            case HELD -> new Shown(words.say("imports.state.held"), "govuk-tag--yellow");
            case POSTED -> new Shown(words.say("imports.state.posted"), "govuk-tag--green");
            case REVERSED -> new Shown(words.say("imports.state.reversed"), "govuk-tag--grey");
        };
    }

    /// The share of amounts that went where they belong, such as `99.1`, rounded down: never 100 while
    /// one is in suspense. Empty where none was to be placed.
    public static String placed(ImportSummary file) {
        long all = file.posted() + file.suspense();
        if (all == 0 || file.state() != ImportState.POSTED) {
            return "";
        }
        return "%d.%d".formatted(file.posted() * 100 / all, file.posted() * 1000 / all % 10);
    }
}
