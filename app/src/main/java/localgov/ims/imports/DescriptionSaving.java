package localgov.ims.imports;

import java.util.function.Function;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.Saved;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What follows when somebody saved a description.
final class DescriptionSaving {
    private DescriptionSaving() {}

    /// @param again the form again, with what is wrong as a sentence
    static View after(Saved saved, Words words, Function<String, View> again) {
        return switch (saved) {
            case Saved.Done(var entry) ->
                Page.redirect(DescriptionScreens.path(entry.key())).saying("imports.describe.saved");
            case Saved.Waiting _ -> Page.redirect(DescriptionScreens.PATH).saying("imports.describe.asked");
            case Saved.Refused(var problems) ->
                again.apply(problems.getFirst().words().in(words.language()));
            case Saved.ChangedByAnother _, Saved.NotThere _, Saved.StillUsed _ ->
                again.apply(words.say("imports.describe.changed"));
            case Saved.NeedsAPerson _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }
}
