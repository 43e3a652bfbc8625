package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.audit.Change;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Held;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.staff.pages.KeyFormPage;
import localgov.ims.staff.pages.KeyPage;
import localgov.ims.staff.pages.KeysPage;
import localgov.ims.staff.pages.SurePage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The keys of programs: made and shown once, agreed to by a colleague, withdrawn at once.
@Controller
@Needs({Permission.SEE_PEOPLE, Permission.MANAGE_KEYS, Permission.APPROVE_ACCESS})
class KeyScreens {
    private static final String ADD = Links.KEYS + "/add";
    private static final String ONE = Links.KEYS + "/{id}";
    private static final String WITHDRAW = ONE + "/withdraw";
    private static final int LONGEST_NAME = 60;

    private final Templates templates;
    private final ApiKeys keys;
    private final Approvals approvals;
    private final Agreement agreement;
    private final PersonPages pages;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    KeyScreens(
            Templates templates,
            ApiKeys keys,
            Approvals approvals,
            Agreement agreement,
            PersonPages pages,
            Catalogue catalogue,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.templates = templates;
        this.keys = keys;
        this.approvals = approvals;
        this.agreement = agreement;
        this.pages = pages;
        this.catalogue = catalogue;
        this.clock = clock;
        this.transactions = transactions;
    }

    @GetMapping(Links.KEYS)
    View list(OfficeFrame frame) {
        var words = frame.words();
        var page = new KeysPage(
                keys.all().stream().map(key -> row(key, words)).toList(),
                Links.among(words, Links.KEYS),
                CurrentCaller.may(Permission.MANAGE_KEYS) ? ADD : null);
        return Page.of(templates.staffKeys(page, frame));
    }

    private KeysPage.Row row(ApiKeys.Known key, Words words) {
        var state = state(key, words);
        return new KeysPage.Row(
                Links.key(key.id()),
                key.name(),
                words.date(London.dayOf(key.createdAt())),
                until(key.until(), words),
                state.text(),
                state.colour());
    }

    private record State(String text, String colour) {}

    private State state(ApiKeys.Known key, Words words) {
        var until = key.until();
        if (key.withdrawnAt() != null) {
            return new State(words.say("staff.key.withdrawn"), "govuk-tag--grey");
        }
        if (until != null && London.dayOf(clock.instant()).isAfter(until)) {
            return new State(words.say("staff.key.over"), "govuk-tag--grey");
        }
        if (key.active()) {
            return new State(words.say("staff.key.open"), "govuk-tag--green");
        }
        return approvals
                        .waiting(KeyForProgram.NAME, KeyForProgram.subject(key.id()))
                        .isEmpty()
                ? new State(words.say("staff.key.not-agreed"), "govuk-tag--red")
                : new State(words.say("staff.key.waiting"), "govuk-tag--yellow");
    }

    private static String until(@Nullable LocalDate day, Words words) {
        return day == null ? words.say("staff.no-end") : words.date(day);
    }

    @GetMapping(ONE)
    View one(@PathVariable("id") String id, OfficeFrame frame) {
        return Page.of(templates.staffKey(page(find(id), null, frame), frame));
    }

    private ApiKeys.Known find(String id) {
        return keys.find(PeopleScreens.uuid(id)).orElseThrow(PeopleScreens::notThere);
    }

    private KeyPage page(ApiKeys.Known key, @Nullable String shown, OfficeFrame frame) {
        var naming = new Naming(catalogue.now(), frame.words());
        var state = state(key, frame.words());
        boolean may = CurrentCaller.may(Permission.MANAGE_KEYS) && key.withdrawnAt() == null;
        return new KeyPage(
                key.name(),
                state.text(),
                state.colour(),
                facts(key, naming),
                PersonPages.areas(key.held().permissions(), naming),
                pages.waitingForKey(key.id(), frame.words()),
                shown,
                may ? Links.key(key.id()) + "/withdraw" : null);
    }

    private static List<SummaryRow> facts(ApiKeys.Known key, Naming naming) {
        var words = naming.words();
        var facts = new ArrayList<SummaryRow>();
        facts.add(
                SummaryRow.of(words.say("staff.where"), naming.limits(key.held().limits())));
        facts.add(SummaryRow.of(words.say("staff.until"), until(key.until(), words)));
        facts.add(SummaryRow.of(
                words.say("staff.key.made"), words.say("staff.key.made-by", key.createdAt(), key.createdBy())));
        var approvedBy = key.approvedBy();
        if (approvedBy != null) {
            facts.add(SummaryRow.of(words.say("staff.key.agreed"), approvedBy));
        }
        var withdrawnAt = key.withdrawnAt();
        if (withdrawnAt != null) {
            facts.add(SummaryRow.of(
                    words.say("staff.key.withdrawn"),
                    words.say("staff.key.made-by", withdrawnAt, Objects.requireNonNullElse(key.withdrawnBy(), ""))));
        }
        return List.copyOf(facts);
    }

    @GetMapping(ADD)
    @Needs(Permission.MANAGE_KEYS)
    View ask(OfficeFrame frame) {
        return form(Answers.none(frame.words()), new LinkedMultiValueMap<>(), frame);
    }

    private Page form(Answers answers, MultiValueMap<String, String> sent, OfficeFrame frame) {
        var naming = new Naming(catalogue.now(), frame.words());
        var page = new KeyFormPage(
                ADD,
                Links.KEYS,
                RoleFormScreens.areas(naming),
                sent.getOrDefault("may", List.of()),
                new LimitForm(naming, sent).choices());
        return Page.of(templates.staffKeyForm(page, answers, frame));
    }

    /// The one answer that shows the key: a page, because to go on to another would leave it in an address.
    @PostMapping(ADD)
    @Needs(Permission.MANAGE_KEYS)
    @NeedsFreshSignIn
    View made(@RequestParam MultiValueMap<String, String> sent, OfficeFrame frame, Person person) {
        var answers = Answers.of(frame.words(), sent.toSingleValueMap());
        var name = Objects.requireNonNullElse(answers.value("name"), "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            answers = answers.wrong("name", "staff.key.name-needed", LONGEST_NAME);
        }
        var permissions = Stream.of(Permission.values())
                .filter(permission -> sent.getOrDefault("may", List.of()).contains(permission.name()))
                .collect(Collectors.toUnmodifiableSet());
        if (permissions.isEmpty()) {
            answers = answers.wrong("may", "staff.key.may-needed");
        }
        var until = answers.date("until");
        if (GivingScreens.isTyped(answers, "until")
                && until.filter(day -> !day.isBefore(London.dayOf(clock.instant())))
                        .isEmpty()) {
            answers = answers.wrong("until", "staff.until-wrong");
        }
        if (!answers.hold()) {
            return form(answers, sent, frame).status(GivingScreens.REFUSED);
        }
        var naming = new Naming(catalogue.now(), frame.words());
        var held = new Held(permissions, new LimitForm(naming, sent).limits());
        return switch (make(name, held, until, naming, person)) {
            case ApiKeys.Made.Done done ->
                Page.of(templates.staffKey(page(find(done.id().toString()), done.key(), frame), frame));
            case ApiKeys.Made.Taken _ ->
                form(answers.wrong("name", "staff.key.name-taken"), sent, frame).status(GivingScreens.REFUSED);
        };
    }

    /// The key and the request for a colleague's word are there together or not at all.
    private ApiKeys.Made make(String name, Held held, Optional<LocalDate> until, Naming naming, Person person) {
        return transactions.execute(_ -> {
            var made = keys.create(name, held, until.orElse(null), person);
            if (made instanceof ApiKeys.Made.Done done) {
                var ask = agreement.ask(
                        KeyForProgram.NAME,
                        KeyForProgram.subject(done.id()),
                        new KeyForProgram.Payload(done.id().toString()),
                        person,
                        words -> words.say("staff.ask.key", name),
                        words -> lines(held, until.orElse(null), new Naming(naming.catalogue(), words)));
                if (!(approvals.ask(ask) instanceof Asked.Waiting)) {
                    throw new IllegalStateException("A key takes two people, and one of them asks in the office");
                }
            }
            return made;
        });
    }

    private static List<Change> lines(Held held, @Nullable LocalDate until, Naming naming) {
        var words = naming.words();
        return List.of(
                new Change(words.say("staff.may"), null, String.join(", ", naming.permissions(held.permissions()))),
                new Change(words.say("staff.where"), null, naming.limits(held.limits())),
                new Change(words.say("staff.until"), null, until(until, words)));
    }

    @GetMapping(WITHDRAW)
    @Needs(Permission.MANAGE_KEYS)
    View sure(@PathVariable("id") String id, OfficeFrame frame) {
        var key = find(id);
        var words = frame.words();
        var self = Links.key(key.id());
        var page = new SurePage(
                self + "/withdraw",
                self,
                words.say("staff.key.withdraw.title", key.name()),
                words.say("staff.key.withdraw.then"),
                words.say("staff.key.withdraw.do"),
                true);
        return Page.of(templates.staffSure(page, Answers.none(words), frame));
    }

    @PostMapping(WITHDRAW)
    @Needs(Permission.MANAGE_KEYS)
    View withdraw(@PathVariable("id") String id, Caller caller) {
        var key = find(id);
        keys.withdraw(key.id(), caller.signature());
        return Page.redirect(Links.key(key.id())).saying("staff.key.is-withdrawn", key.name());
    }
}
