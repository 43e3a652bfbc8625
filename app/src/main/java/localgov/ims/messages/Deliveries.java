package localgov.ims.messages;

import java.util.List;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was told about a thing, and how it ended, for the page of that thing; and how much of what was to be
/// told has failed.
@Component
public class Deliveries {
    /// Where whoever may sees what has not arrived.
    public static final String PATH = FailureScreens.PATH;

    private static final int MOST = 50;

    private final Failures failures;
    private final MessageKinds kinds;

    Deliveries(Failures failures, MessageKinds kinds) {
        this.failures = failures;
        this.kinds = kinds;
    }

    /// @param concerns such as `payment:<id>`
    public List<Told> of(String concerns, Words words) {
        return failures.about(concerns, MOST).stream()
                .map(one -> told(one, words))
                .toList();
    }

    /// How many have failed of those that are within reach of whoever asks, as of half a minute ago at most.
    public long failed() {
        return failures.failed();
    }

    private Told told(Delivery one, Words words) {
        var ended = one.endedAt();
        boolean written = one.state() != MessageState.UNSENT;
        return new Told(
                about(one, kinds, words),
                words.moment(one.madeAt()),
                words.say(words(one.state())),
                "govuk-tag--" + one.state().colour(),
                ended == null || !written ? "" : words.moment(ended),
                why(one, words),
                written ? words.kept() : null,
                written && Reach.seeing(kinds).allows(one) ? FailureScreens.path(one) : null);
    }

    static String words(MessageState state) {
        return "messages.state." + state.code();
    }

    /// As the room calls it that sends it.
    static String about(Delivery one, MessageKinds kinds, Words words) {
        return kinds.of(one.about())
                .map(kind -> words.either(kind.english(), kind.welsh()))
                .orElse(one.about());
    }

    /// As the carrier says it, or in words where nothing was written.
    static String why(Delivery one, Words words) {
        @Nullable String problem = one.problem();
        if (problem == null) {
            return "";
        }
        return one.state() == MessageState.UNSENT
                ? words.known("messages.unsent." + problem).orElse(problem)
                : problem;
    }
}
