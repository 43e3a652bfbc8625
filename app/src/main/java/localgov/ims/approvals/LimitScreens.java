package localgov.ims.approvals;

import gg.jte.generated.precompiled.Templates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.approvals.pages.LimitPage;
import localgov.ims.approvals.pages.LimitsPage;
import localgov.ims.audit.Change;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// How much goes without a second person, and asking for it to be otherwise.
@Controller
@Needs({Permission.CHANGE_SETTINGS, Permission.APPROVE, Permission.SEE_AUDIT})
class LimitScreens {
    static final String PATH = ApprovalScreens.PATH + "/limits";
    private static final int REFUSED = 422;
    private static final List<String> AMOUNTS = List.of("each", "by-one", "for-one");

    private final Templates templates;
    private final Approvals approvals;
    private final Kinds kinds;
    private final Limits limits;
    private final WordBook book;

    LimitScreens(Templates templates, Approvals approvals, Kinds kinds, Limits limits, WordBook book) {
        this.templates = templates;
        this.approvals = approvals;
        this.kinds = kinds;
        this.limits = limits;
        this.book = book;
    }

    @GetMapping(PATH)
    View list(OfficeFrame frame) {
        var words = frame.words();
        var rows = kinds.all().stream()
                .filter(ApprovalKind::isAboutMoney)
                .map(kind -> row(kind, limits.of(kind).limit(), words))
                .toList();
        return Page.of(templates.approvalsLimits(new LimitsPage(rows), frame));
    }

    private LimitsPage.Row row(ApprovalKind kind, Limit limit, Words words) {
        return new LimitsPage.Row(
                PATH + "/" + kind.name(),
                words.say(kind.words()),
                amount(limit.each(), limit, words),
                amount(limit.byOne(), limit, words),
                amount(limit.forOne(), limit, words),
                limit.isAnything() ? "" : words.number(limit.days()),
                waiting(kind).size());
    }

    private static String amount(Money amount, Limit limit, Words words) {
        return limit.isAnything() ? words.say("approvals.limit.none") : words.money(amount);
    }

    private List<Request> waiting(ApprovalKind kind) {
        return approvals.waiting(LimitKind.NAME, subject(kind));
    }

    private static String subject(ApprovalKind kind) {
        return "limit:" + kind.name();
    }

    @GetMapping(PATH + "/{kind}")
    View one(@PathVariable("kind") String name, OfficeFrame frame) {
        var kind = find(name);
        var now = limits.of(kind);
        var answers = Answers.none(frame.words());
        if (!now.limit().isAnything()) {
            answers = answers.with("each", pounds(now.limit().each()))
                    .with("by-one", pounds(now.limit().byOne()))
                    .with("for-one", pounds(now.limit().forOne()))
                    .with("days", Integer.toString(now.limit().days()));
        }
        return shown(kind, now, ApprovalId.fresh().toString(), answers, frame);
    }

    private static String pounds(Money amount) {
        return amount.inPounds().toPlainString();
    }

    private Page shown(ApprovalKind kind, Limits.Standing now, String key, Answers answers, OfficeFrame frame) {
        var words = frame.words();
        var facts = changes(now.limit(), now.limit(), words).stream()
                .map(line -> SummaryRow.of(line.what(), line.after() == null ? "" : line.after()))
                .toList();
        var page = new LimitPage(
                PATH + "/" + kind.name(),
                words.say(kind.words()),
                facts,
                waiting(kind).stream()
                        .map(request -> ApprovalScreens.PATH + "/" + request.id())
                        .toList(),
                CurrentCaller.may(Permission.CHANGE_SETTINGS),
                key,
                Integer.toString(now.version()));
        return Page.of(templates.approvalsLimit(page, answers, frame));
    }

    @PostMapping(PATH + "/{kind}")
    @Needs(Permission.CHANGE_SETTINGS)
    View ask(
            @PathVariable("kind") String name,
            @RequestParam Map<String, String> sent,
            Person person,
            OfficeFrame frame) {
        var kind = find(name);
        var key = ApprovalId.read(sent.getOrDefault("key", ""))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var answers = judged(sent, Answers.of(frame.words(), sent));
        var now = limits.of(kind);
        if (!answers.hold()) {
            return shown(kind, now, key.toString(), answers, frame).status(REFUSED);
        }
        approvals.ask(asked(kind, now.limit(), sent, person).as(key));
        return Page.redirect(ApprovalScreens.PATH + "?show=asked").saying("approvals.limit.asked");
    }

    private static Answers judged(Map<String, String> sent, Answers answers) {
        var so = answers;
        for (var field : AMOUNTS) {
            if (read(sent, field).isEmpty()) {
                so = so.wrong(field, "approvals.limit.amount-needed");
            }
        }
        return days(sent) == 0 ? so.wrong("days", "approvals.limit.days-needed", Limit.MOST_DAYS) : so;
    }

    private static Optional<Money> read(Map<String, String> sent, String field) {
        var plain = sent.getOrDefault(field, "").replaceAll("[£,\\s]", "");
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?") ? Money.exactly(new BigDecimal(plain)) : Optional.empty();
    }

    private static int days(Map<String, String> sent) {
        var typed = sent.getOrDefault("days", "").strip();
        var days = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
        return days > Limit.MOST_DAYS ? 0 : days;
    }

    /// What is kept for the record is in English and in Welsh, whoever asks in whichever language.
    private Ask asked(ApprovalKind kind, Limit before, Map<String, String> sent, Person person) {
        var words = book.in(Language.ENGLISH);
        var welsh = book.in(Language.WELSH);
        var wanted = new Limit(
                read(sent, "each").orElseThrow(),
                read(sent, "by-one").orElseThrow(),
                read(sent, "for-one").orElseThrow(),
                days(sent));
        var seen = sent.getOrDefault("seen", "").matches("[0-9]{1,9}") ? Integer.parseInt(sent.get("seen")) : 0;
        return Ask.of(
                        LimitKind.NAME,
                        subject(kind),
                        words.say("approvals.limit.sentence", words.say(kind.words())),
                        LimitKind.Wanted.of(kind.name(), wanted, seen).json(),
                        person)
                .changing(changes(before, wanted, words))
                .inWelsh(
                        welsh.say("approvals.limit.sentence", welsh.say(kind.words())), changes(before, wanted, welsh));
    }

    private static List<Change> changes(Limit before, Limit after, Words words) {
        var lines = new ArrayList<Change>();
        lines.add(new Change(
                words.say("approvals.limit.each"),
                amount(before.each(), before, words),
                amount(after.each(), after, words)));
        lines.add(new Change(
                words.say("approvals.limit.by-one"),
                amount(before.byOne(), before, words),
                amount(after.byOne(), after, words)));
        lines.add(new Change(
                words.say("approvals.limit.for-one"),
                amount(before.forOne(), before, words),
                amount(after.forOne(), after, words)));
        lines.add(new Change(
                words.say("approvals.limit.days"),
                before.isAnything() ? null : words.number(before.days()),
                after.isAnything() ? null : words.number(after.days())));
        return lines;
    }

    private ApprovalKind find(String name) {
        return kinds.find(name)
                .filter(ApprovalKind::isAboutMoney)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
