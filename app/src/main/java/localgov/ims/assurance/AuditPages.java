package localgov.ims.assurance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.assurance.pages.AuditPage;
import localgov.ims.assurance.pages.EventPage;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.people.People;
import localgov.ims.people.PersonId;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Puts what was done into words.
@Component
class AuditPages {
    private final AuditSearch search;
    private final People people;

    AuditPages(AuditSearch search, People people) {
        this.search = search;
        this.people = people;
    }

    AuditPage nothing(SoughtForm form, Words words) {
        return new AuditPage(List.of(), deeds(words), form.isNarrowed(), null, AuditScreens.PATH, null, null);
    }

    AuditPage found(SoughtForm form, List<AuditEvent> found, int onAPage, boolean isLater, Words words) {
        var page = found.subList(0, Math.min(onAPage, found.size()));
        var last = page.isEmpty() ? null : page.getLast();
        return new AuditPage(
                page.stream().map(event -> row(event, words)).toList(),
                deeds(words),
                form.isNarrowed(),
                person(form),
                address(form, AuditScreens.PATH + "/export", null),
                found.size() > onAPage && last != null
                        ? address(form, AuditScreens.PATH, last.happenedAt() + "_" + last.id())
                        : null,
                isLater ? address(form, AuditScreens.PATH, null) : null);
    }

    private @Nullable String person(SoughtForm form) {
        var person = form.sought(search).person();
        return person == null
                ? null
                : people.find(new PersonId(person)).map(one -> one.name()).orElse(person.toString());
    }

    private List<Option> deeds(Words words) {
        return Stream.concat(
                        Stream.of(Option.of("", words.say("assurance.any-deed"))),
                        search.deeds().stream().map(did -> Option.of(did, readable(did))))
                .toList();
    }

    /// `suspense.allocated` as people read it: `suspense: allocated`.
    static String readable(String did) {
        return did.replace(".", ": ").replace('-', ' ');
    }

    private static AuditPage.Row row(AuditEvent event, Words words) {
        var changed = event.changes().size();
        return new AuditPage.Row(
                AuditScreens.PATH + "/" + event.id(),
                words.date(London.dayOf(event.happenedAt())),
                words.time(event.happenedAt()),
                event.who(),
                readable(event.did()),
                event.subject(),
                event.detail(),
                changed == 0 ? "" : words.count("assurance.changes", changed));
    }

    EventPage event(AuditEvent event, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("assurance.when"), words.moment(event.happenedAt())));
        facts.add(SummaryRow.of(words.say("assurance.who"), event.who()));
        facts.add(SummaryRow.of(words.say("assurance.subject"), event.subject()));
        if (!event.detail().isEmpty()) {
            facts.add(SummaryRow.of(words.say("assurance.detail"), event.detail()));
        }
        add(facts, words.say("assurance.address"), event.address());
        add(facts, words.say("assurance.agent"), event.agent());
        add(facts, words.say("assurance.reference"), event.reference());
        var nothing = words.say("assurance.nothing");
        return new EventPage(
                readable(event.did()),
                facts,
                event.changes().stream()
                        .map(line -> new EventPage.Line(
                                line.what(),
                                line.before() == null ? nothing : line.before(),
                                line.after() == null ? nothing : line.after()))
                        .toList(),
                more(event, words));
    }

    private static void add(List<SummaryRow> facts, String what, @Nullable String value) {
        if (value != null) {
            facts.add(SummaryRow.of(what, value));
        }
    }

    private static List<EventPage.Link> more(AuditEvent event, Words words) {
        var more = new ArrayList<EventPage.Link>();
        more.add(new EventPage.Link(
                with("subject", event.subject()), words.say("assurance.more.subject", event.subject())));
        if (event.person() != null) {
            more.add(new EventPage.Link(
                    with("person", event.person().toString()), words.say("assurance.more.person", event.who())));
        } else {
            more.add(new EventPage.Link(with("who", event.who()), words.say("assurance.more.person", event.who())));
        }
        if (event.reference() != null) {
            more.add(new EventPage.Link(with("q", event.reference()), words.say("assurance.more.request")));
        }
        return more;
    }

    private static String with(String field, String value) {
        return UriComponentsBuilder.fromPath(AuditScreens.PATH)
                .queryParam(field, "{value}")
                .build(value)
                .toString();
    }

    /// The same search at another place of its list.
    private static String address(SoughtForm form, String path, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        var values = new java.util.HashMap<String, Object>();
        for (var field : SoughtForm.FIELDS) {
            var typed = form.form().getOrDefault(field, "").strip();
            if (!typed.isEmpty()) {
                address.queryParam(field, "{" + field + "}");
                values.put(field, typed);
            }
        }
        if (after != null) {
            address.queryParam("after", "{after}");
            values.put("after", after);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
