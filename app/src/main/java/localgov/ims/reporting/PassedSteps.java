package localgov.ims.reporting;

import java.util.List;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.PassedOn;
import localgov.ims.reporting.pages.ReceiptPage.Link;
import localgov.ims.reporting.pages.ReceiptPage.Step;

/// The steps of a receipt's story to other systems, which know of it or are to know.
final class PassedSteps {
    private PassedSteps() {}

    static Step of(PassedOn one, Words words) {
        var evidence = one.evidence();
        return new Step(
                words.say(one.isTold() ? "reporting.story.passed" : "reporting.story.passing", one.system()),
                one.at() == null ? words.say("reporting.story.not-yet") : words.moment(one.at()),
                List.of(words.say(said(one))),
                List.of(),
                null,
                evidence == null ? List.of() : List.of(new Link(words.say("reporting.story.see-passed"), evidence)),
                !one.isTold());
    }

    private static String said(PassedOn one) {
        boolean byPayer = one.way() == PassedOn.Way.PAYER;
        if (one.isTold()) {
            return byPayer ? "reporting.story.passed.with-payer" : "reporting.story.passed.answered";
        }
        if (one.givenUp()) {
            return "reporting.story.passing.given-up";
        }
        return byPayer ? "reporting.story.passing.with-payer" : "reporting.story.passing.message";
    }
}
