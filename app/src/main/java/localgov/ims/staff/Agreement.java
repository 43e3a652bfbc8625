package localgov.ims.staff;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Change;
import localgov.ims.people.Caller;
import localgov.ims.people.Held;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.TwoPeople;
import localgov.ims.people.Vouching;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What all requests about access have in common: who the two people are, that one of them has all that is given, and
/// how a request is written down.
@Component
class Agreement {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final People people;
    private final Vouching vouching;
    private final WordBook book;

    Agreement(People people, Vouching vouching, WordBook book) {
        this.people = people;
        this.vouching = vouching;
        this.book = book;
    }

    /// Codes as they are written down, always in the same order.
    static List<String> sorted(Set<String> codes) {
        return List.copyOf(new TreeSet<>(codes));
    }

    static String written(Object payload) {
        return JSON.writeValueAsString(payload);
    }

    /// A request in both languages, whichever its asker reads.
    ///
    /// @param changes before and after, line by line
    Ask ask(
            String kind,
            String subject,
            Object payload,
            Caller by,
            Function<Words, String> sentence,
            Function<Words, List<Change>> changes) {
        var english = book.in(Language.ENGLISH);
        var welsh = book.in(Language.WELSH);
        return Ask.of(kind, subject, sentence.apply(english), written(payload), by)
                .changing(changes.apply(english))
                .inWelsh(sentence.apply(welsh), changes.apply(welsh));
    }

    static <T> T read(Request request, Class<T> type) {
        return JSON.readValue(request.payload(), type);
    }

    /// Who decided, once it is decided.
    static TwoPeople two(Request request) {
        var decision = Objects.requireNonNull(request.decision(), "Only what is decided is carried out");
        var instead = decision.insteadOf();
        return new TwoPeople(signed(request.asked()), signed(decision.by()), instead == null ? null : signed(instead));
    }

    private static TwoPeople.Signed signed(Request.Who who) {
        return new TwoPeople.Signed(who.id(), who.signature());
    }

    /// Whether one of the two has all that would be given.
    boolean isVouchedFor(Held given, Request request, Person approver) {
        return vouching.haveAll(approver, given)
                || people.find(request.asked().id())
                        .filter(asker -> vouching.haveAll(asker, given))
                        .isPresent();
    }

    /// Says in words why it can no longer be done.
    Carried.Stale stale(String key) {
        return new Carried.Stale(
                book.in(Language.ENGLISH).say(key), book.in(Language.WELSH).say(key));
    }

    static Carried done(boolean done, Supplier<Carried> otherwise) {
        return done ? new Carried.Done() : otherwise.get();
    }
}
