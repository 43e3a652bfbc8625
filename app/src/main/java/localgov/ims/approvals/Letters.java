package localgov.ims.approvals;

import java.util.List;
import java.util.Map;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.messages.Email;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.springframework.stereotype.Component;

/// The e-mails about approvals. They say which kind of thing it is, which colleague is concerned and where to look;
/// whose account, which amount and why is read in the office alone.
@Component
class Letters {
    private final WordBook book;
    private final Kinds kinds;
    private final OfficeAddress office;
    private final CouncilFaces council;

    Letters(WordBook book, Kinds kinds, OfficeAddress office, CouncilFaces council) {
        this.book = book;
        this.kinds = kinds;
        this.office = office;
        this.council = council;
    }

    /// What e-mails about a request belong to.
    static String concerns(Request request) {
        return "approval:" + request.id();
    }

    /// To somebody who may decide.
    Email asked(Request request, Person to, Language language) {
        var words = book.in(language);
        return new Email(
                        LetterKinds.ASKED,
                        to.email(),
                        words.say(
                                "approvals.mail.asked.subject",
                                council.in(words).name()),
                        words.say(
                                "approvals.mail.asked.text",
                                to.name(),
                                request.asked().name(),
                                kind(request, language),
                                at(request),
                                request.lapsesAt(),
                                settings(),
                                council.in(words).name()))
                .in(language)
                .concerning(concerns(request))
                .with(Map.of(
                        "name", to.name(),
                        "who", request.asked().name(),
                        "kind", kind(request, language),
                        "link", at(request),
                        "until", words.moment(request.lapsesAt()),
                        "settings", settings(),
                        "council", council.in(words).name()));
    }

    /// To whoever asked.
    Email decided(Request request, Person to, Language language) {
        var words = book.in(language);
        return new Email(
                        LetterKinds.DECIDED,
                        to.email(),
                        words.say(
                                "approvals.mail.decided.subject",
                                council.in(words).name()),
                        words.say(
                                "approvals.mail.decided.text",
                                to.name(),
                                request.askedAt(),
                                kind(request, language),
                                words.say(RequestPages.stateKey(request.state())),
                                at(request),
                                settings(),
                                council.in(words).name()))
                .in(language)
                .concerning(concerns(request))
                .with(Map.of(
                        "name", to.name(),
                        "when", words.moment(request.askedAt()),
                        "kind", kind(request, language),
                        "decision", words.say(RequestPages.stateKey(request.state())),
                        "link", at(request),
                        "settings", settings(),
                        "council", council.in(words).name()));
    }

    /// To somebody for whom something has waited since yesterday or longer.
    ///
    /// @param waiting the oldest first
    Email waiting(List<Request> waiting, Person to, Language language) {
        var words = book.in(language);
        return new Email(
                        LetterKinds.WAITING,
                        to.email(),
                        words.say(
                                "approvals.mail.waiting.subject",
                                council.in(words).name()),
                        words.say(
                                "approvals.mail.waiting.text",
                                to.name(),
                                words.count("approvals.mail.waiting.things", waiting.size()),
                                waiting.getFirst().askedAt(),
                                office.at(ApprovalScreens.PATH),
                                settings(),
                                council.in(words).name()))
                .in(language)
                .with(Map.of(
                        "name", to.name(),
                        "things", words.count("approvals.mail.waiting.things", waiting.size()),
                        "since", words.moment(waiting.getFirst().askedAt()),
                        "link", office.at(ApprovalScreens.PATH),
                        "settings", settings(),
                        "council", council.in(words).name()));
    }

    private String kind(Request request, Language language) {
        return kinds.find(request.kind())
                .map(kind -> book.in(language).say(kind.words()))
                .orElse(request.kind());
    }

    private String at(Request request) {
        return office.at(ApprovalScreens.PATH + "/" + request.id());
    }

    private String settings() {
        return office.at(MailScreens.PATH);
    }
}
