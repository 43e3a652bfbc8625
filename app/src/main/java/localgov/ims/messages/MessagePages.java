package localgov.ims.messages;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.messages.pages.MessagePage;
import localgov.ims.platform.words.Words;

/// Puts one message into words.
final class MessagePages {
    private MessagePages() {}

    static MessagePage of(Delivery one, MessageKinds kinds, Words words) {
        var self = FailureScreens.path(one);
        boolean may = Reach.doing(kinds).allows(one);
        return new MessagePage(
                Deliveries.about(one, kinds, words),
                words.say(Deliveries.words(one.state())),
                "govuk-tag--" + one.state().colour(),
                words.say("messages.explained." + one.state().code()),
                Deliveries.why(one, words),
                facts(one, words),
                may && one.mayGoAgain() ? self + "/again" : null,
                may && one.mayBeGivenUp() ? self + "/give-up" : null,
                Reach.correcting(kinds).allows(one) && one.mayBeCorrected() ? self + "/address" : null);
    }

    private static List<SummaryRow> facts(Delivery one, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("messages.made"), words.moment(one.madeAt())));
        facts.add(SummaryRow.of(words.say("messages.language"), words.say("page.language." + one.language())));
        facts.add(SummaryRow.of(words.say("messages.tried"), words.count("messages.tries", one.attempts())));
        if (one.state() == MessageState.DEFERRED || one.state() == MessageState.UNCLEAR) {
            facts.add(SummaryRow.of(words.say("messages.next"), words.moment(one.dueAt())));
        }
        var ended = one.endedAt();
        if (ended != null) {
            facts.add(SummaryRow.of(words.say("messages.ended"), words.moment(ended)));
        }
        var reference = one.reference();
        if (reference != null) {
            facts.add(SummaryRow.of(words.say("messages.carriers"), reference));
        }
        return facts;
    }
}
