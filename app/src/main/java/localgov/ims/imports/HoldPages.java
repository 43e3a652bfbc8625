package localgov.ims.imports;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.approvals.Request;
import localgov.ims.imports.pages.ImportPage;
import localgov.ims.platform.words.Words;

/// Puts into words what people decided about a file, and what they may decide now.
record HoldPages(Words words) {

    /// @param mayRelease whether what holds it might be let pass
    /// @param hasPreview whether what would become of it was worked out, or is being
    /// @param mayHandIn whether whoever looks may decide about files
    ImportPage.Hold page(
            Import file, List<Request> waiting, boolean mayRelease, boolean hasPreview, boolean mayHandIn) {
        var path = ImportPages.path(file.id());
        return new ImportPage.Hold(
                notes(file, waiting),
                mayHandIn && file.mayBeReadAgain() && !hasPreview ? path + "/preview" : null,
                hasPreview ? path + "/preview" : null,
                file.lookFirst(),
                mayRelease && mayHandIn && waiting.isEmpty() ? path + "/release" : null,
                mayHandIn && file.mayBeReadAgain() ? path + "/refuse" : null,
                mayHandIn && file.state() == ImportState.POSTED && file.report() == null && waiting.isEmpty()
                        ? path + "/reverse"
                        : null);
    }

    private List<ImportPage.Note> notes(Import file, List<Request> waiting) {
        var notes = new ArrayList<ImportPage.Note>();
        file.again()
                .ifPresent(earlier ->
                        notes.add(new ImportPage.Note(words.say("imports.note.again"), ImportPages.path(earlier))));
        waiting.forEach(request -> note(
                notes,
                words.say(
                        request.kind().equals(ReversalKind.NAME)
                                ? "imports.note.reversal-waiting"
                                : "imports.note.waiting",
                        request.asked().name(),
                        request.askedAt())));
        file.releases().stream()
                .map(one -> words.say("imports.note.released", one.askedBy(), one.approvedBy(), one.at(), one.reason()))
                .distinct()
                .forEach(sentence -> note(notes, sentence));
        file.ended().ifPresent(end -> note(notes, words.say("imports.note.ended", end.by(), end.at(), end.because())));
        return notes;
    }

    private static void note(List<ImportPage.Note> notes, String sentence) {
        notes.add(new ImportPage.Note(sentence, null));
    }
}
