package localgov.ims.schedules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import localgov.ims.schedules.pages.MatchPage;
import localgov.ims.schedules.pages.MatchedPage;
import localgov.ims.schedules.pages.SchedulePage;
import localgov.ims.schedules.pages.SchedulesPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts schedules and their matches into words.
@Component
class SchedulePages {
    private final Catalogue catalogue;
    private final PartyStore parties;

    SchedulePages(Catalogue catalogue, PartyStore parties) {
        this.catalogue = catalogue;
        this.parties = parties;
    }

    /// Whose a schedule is, and what of its possible money is theirs.
    ///
    /// @param all whose it could be; none for those who may not say so
    /// @param recognised the lines of the bank that are this third party’s
    record Owners(Optional<PartyStore.Whose> whose, List<PartyStore.Party> all, Set<Wish.Line> recognised) {}

    static String path(UUID file, String method) {
        return ScheduleScreens.PATH + "/of/" + new ImportId(file) + "/" + method;
    }

    static String path(Match match) {
        return ScheduleScreens.MATCHES + "/" + match.id();
    }

    /// @param waiting one more than are shown when there are older ones; so it is of what was matched
    SchedulesPage list(List<Schedule> waiting, int mostWaiting, List<Match> matched, int mostMatched, Words words) {
        var shown = waiting.subList(0, Math.min(mostWaiting, waiting.size()));
        return new SchedulesPage(
                words.say("schedules.waiting"),
                rows(shown, words),
                waiting.size() > mostWaiting ? after(shown.getLast()) : null,
                matched(matched, mostMatched, words));
    }

    /// Those of third parties whose money should have come.
    SchedulesPage late(List<Schedule> late, Words words) {
        return new SchedulesPage(
                words.say("schedules.late.heading"), rows(late, words), null, matched(List.of(), 1, words));
    }

    private List<SchedulesPage.Waiting> rows(List<Schedule> shown, Words words) {
        return shown.stream()
                .map(one -> new SchedulesPage.Waiting(
                        one.fileName(),
                        path(one.importId(), one.method()),
                        method(one.method(), words),
                        words.moment(one.receivedAt()),
                        words.number(one.lines()),
                        words.money(one.amount())))
                .toList();
    }

    private static String after(Schedule last) {
        return ScheduleScreens.PATH + "?before=" + last.file() + "&by=" + last.method();
    }

    /// @param matched one more than are shown when there are older ones
    MatchedPage matched(List<Match> matched, int most, Words words) {
        var shown = matched.subList(0, Math.min(most, matched.size()));
        return new MatchedPage(
                shown.stream()
                        .map(one -> new MatchedPage.Done(
                                words.moment(one.matchedAt()),
                                path(one),
                                method(method(one), words),
                                words.say(one.stands() ? "schedules.state.matched" : "schedules.state.undone"),
                                one.stands() ? "govuk-tag--green" : "govuk-tag--grey",
                                words.money(one.pence())))
                        .toList(),
                matched.size() > most
                        ? ScheduleScreens.MATCHES + "?before=" + shown.getLast().id()
                        : null);
    }

    SchedulePage one(
            Schedule one,
            @Nullable String match,
            boolean mayMatch,
            List<BankCredit> credits,
            List<Schedule> others,
            Owners owners,
            Words words) {
        var name = owners.whose().map(PartyStore.Whose::name);
        return new SchedulePage(
                words.say("schedules.title", one.amount(), method(one.method(), words)),
                List.of(
                        SummaryRow.of(
                                words.say("schedules.column.state"),
                                words.say(one.isWaiting() ? "schedules.state.waiting" : "schedules.state.matched")),
                        SummaryRow.of(words.say("schedules.party"), said(owners, words)),
                        SummaryRow.of(words.say("schedules.column.file"), one.fileName()),
                        SummaryRow.of(words.say("schedules.column.received"), words.moment(one.receivedAt())),
                        SummaryRow.of(words.say("schedules.column.lines"), words.number(one.lines())),
                        SummaryRow.of(words.say("schedules.column.amount"), words.money(one.amount()))),
                match,
                mayMatch && one.isWaiting() ? path(one.importId(), one.method()) + "/match" : null,
                credits.stream()
                        .sorted(Comparator.comparing(
                                credit -> !owners.recognised().contains(credit.place())))
                        .map(credit -> credit(
                                credit,
                                one.amount(),
                                name.filter(_ -> owners.recognised().contains(credit.place())),
                                words))
                        .toList(),
                others.stream()
                        .map(other -> Choice.of(
                                        other.file().toString(),
                                        words.say("schedules.other", other.amount(), other.fileName()))
                                .hint(words.moment(other.receivedAt())))
                        .toList(),
                names(owners, words),
                owners.whose().map(PartyStore.Whose::code).orElse(""),
                path(one.importId(), one.method()) + "/party");
    }

    private static String said(Owners owners, Words words) {
        return owners.whose()
                .map(whose -> {
                    var namedBy = whose.namedBy();
                    return namedBy == null ? whose.name() : words.say("schedules.party.named", whose.name(), namedBy);
                })
                .orElseGet(() -> words.say("schedules.party.unknown"));
    }

    private static List<Option> names(Owners owners, Words words) {
        return owners.all().isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(Option.of("", words.say("schedules.party.choose"))),
                                owners.all().stream().map(one -> Option.of(one.code(), one.name())))
                        .toList();
    }

    private static Choice credit(BankCredit credit, Money due, Optional<String> party, Words words) {
        var choice = Choice.of(
                credit.key(),
                maySeePayer(credit)
                        ? said(credit, words)
                        : words.say("schedules.credit.plain.amount", credit.amount(), words.date(credit.happenedOn())));
        boolean exact = credit.amount().equals(due);
        var hints = Stream.of(
                        party.map(name -> words.say("schedules.recognised", name)),
                        credit.item() == null
                                ? Optional.of(words.say(exact ? "schedules.settled.exact" : "schedules.settled"))
                                : Optional.of(words.say("schedules.exact")).filter(_ -> exact))
                .flatMap(Optional::stream)
                .toList();
        return hints.isEmpty() ? choice : choice.hint(String.join(". ", hints));
    }

    private static String said(BankCredit credit, Words words) {
        var text = Stream.of(credit.payer(), credit.narrative())
                .filter(one -> one != null && !one.isBlank())
                .distinct()
                .toList();
        return words.say("schedules.credit", credit.amount(), words.date(credit.happenedOn()), String.join(", ", text));
    }

    /// What somebody chose, before it is matched.
    MatchPage look(Schedule first, List<Schedule> files, List<BankCredit> credits, UUID key, Words words) {
        var due = sum(files.stream().map(Schedule::amount).toList());
        var came = sum(credits.stream().map(BankCredit::amount).toList());
        var sent = new ArrayList<MatchPage.Hidden>();
        sent.add(new MatchPage.Hidden("key", key.toString()));
        credits.forEach(one -> sent.add(new MatchPage.Hidden("credit", one.key())));
        files.stream()
                .filter(one -> !one.importId().equals(first.importId()))
                .forEach(one -> sent.add(new MatchPage.Hidden("with", one.file().toString())));
        boolean same = due.equals(came);
        var self = path(first.importId(), first.method());
        return new MatchPage(
                words.say("schedules.match.title", method(first.method(), words)),
                self,
                List.of(
                        SummaryRow.of(words.say("schedules.fact.due"), words.money(due)),
                        SummaryRow.of(words.say("schedules.fact.came"), words.money(came)),
                        SummaryRow.of(words.say("schedules.fact.difference"), words.money(came.minus(due)))),
                files.stream()
                        .map(one -> new MatchPage.Row(
                                one.fileName(), path(one.importId(), one.method()), words.money(one.amount())))
                        .toList(),
                credits.stream().map(one -> row(one, words)).toList(),
                same ? null : words.say("schedules.refused.differs"),
                same ? self + "/match" : null,
                sent);
    }

    /// A match as it was made.
    MatchPage match(
            Match match,
            List<MatchStore.Paid> paid,
            List<BankCredit> credits,
            UUID key,
            boolean mayUndo,
            boolean asked,
            Words words) {
        return new MatchPage(
                words.say("schedules.match.done-title", match.pence(), method(method(match), words)),
                ScheduleScreens.PATH,
                facts(match, parties, words),
                paid.stream()
                        .map(one -> new MatchPage.Row(
                                one.fileName(),
                                match.stands() ? path(one.importId(), method(match)) : null,
                                words.money(one.amount())))
                        .toList(),
                credits.stream().map(one -> row(one, words)).toList(),
                asked ? words.say("schedules.undo.waiting") : null,
                mayUndo && match.stands() && !asked ? path(match) : null,
                List.of(new MatchPage.Hidden("key", key.toString())));
    }

    private static List<SummaryRow> facts(Match match, PartyStore parties, Words words) {
        var facts = new ArrayList<SummaryRow>();
        var party = match.party();
        if (party != null) {
            var name = parties.name(party).orElse(party);
            facts.add(SummaryRow.of(words.say("schedules.by-itself"), words.say("schedules.by-itself.why", name)));
        }
        facts.add(SummaryRow.of(
                words.say("schedules.column.matched"),
                words.say("schedules.by-whom", words.moment(match.matchedAt()), match.matchedBy())));
        var undone = match.undoneAt();
        var reason = match.undoneBecause();
        if (undone != null && reason != null) {
            facts.add(SummaryRow.of(
                    words.say("schedules.state.undone"),
                    words.say("schedules.by-whom", words.moment(undone), String.valueOf(match.undoneBy()))));
            facts.add(SummaryRow.of(
                    words.say("schedules.reason"), words.inEnglish(reason).html()));
        }
        return facts;
    }

    /// What was in suspense is described for those who see all of it, a line of the bank for those who see all
    /// receipts.
    private static boolean maySeePayer(BankCredit credit) {
        return CurrentCaller.scope(credit.item() == null ? Permission.SEE_RECEIPTS : Permission.SEE_SUSPENSE)
                .isEverything();
    }

    private static MatchPage.Row row(BankCredit credit, Words words) {
        var item = credit.item();
        boolean may = maySeePayer(credit);
        var place = item == null ? "/office/receipts/" + credit.key() : "/office/suspense/" + credit.key();
        return new MatchPage.Row(
                may ? said(credit, words) : words.say("schedules.credit.plain", words.date(credit.happenedOn())),
                may ? place : null,
                words.money(credit.amount()));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static String method(Match match) {
        return match.account().substring(match.account().indexOf(':') + 1);
    }

    String method(String code, Words words) {
        return catalogue
                .now()
                .method(code)
                .map(method -> words.either(method.name(), method.nameInWelsh()))
                .orElse(code);
    }
}
