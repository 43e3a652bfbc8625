package localgov.ims.reporting;

import java.util.List;
import java.util.Optional;
import localgov.ims.platform.words.Words;
import localgov.ims.reporting.pages.ReceiptPage.Link;
import localgov.ims.reporting.pages.ReceiptPage.Step;
import localgov.ims.unpaid.UnpaidReceipts;
import localgov.ims.unpaid.UnpaidReturn;
import org.jspecify.annotations.Nullable;

/// What a bank returned of a receipt, as its story tells it, on either side of it.
///
/// @param of the return of the receipt that is told
/// @param by the return for which this was posted
/// @param posted where the return is in the book, for whoever may see it there
/// @param possible whether whoever looks may write down that it was returned
record StoryOfReturn(
        Optional<UnpaidReturn> of,
        Optional<UnpaidReturn> by,
        @Nullable String posted,
        boolean possible) {

    /// What is to be known first of a receipt that was returned.
    Optional<Link> first(Words words) {
        return of.map(one -> new Link(words.say("unpaid.story.on", one.returnedOn()), posted));
    }

    Optional<Step> step(Words words) {
        return of.map(one -> new Step(
                words.say("unpaid.story.step"),
                words.date(one.returnedOn()),
                List.of(words.say("unpaid.story.by", one.enteredBy(), one.enteredAt())),
                List.of(words.inEnglish(one.reason())),
                null,
                posted == null ? List.of() : List.of(new Link(words.say("unpaid.story.see"), posted)),
                false));
    }

    /// How what was posted for a return came about.
    Optional<Step> arrived(Words words) {
        return by.map(one -> new Step(
                words.say("unpaid.story.step"),
                words.date(one.returnedOn()),
                List.of(words.say("unpaid.story.of")),
                List.of(words.inEnglish(one.reason())),
                null,
                List.of(new Link(words.say("reporting.story.see-arrival"), place(one.journal(), one.line()))),
                false));
    }

    @Nullable
    Link offer(long journal, int line, Words words) {
        return possible ? new Link(words.say("unpaid.offer"), UnpaidReceipts.path(journal, line)) : null;
    }

    static String place(long journal, int line) {
        return ReceiptScreens.PATH + "/" + journal + "-" + line;
    }
}
