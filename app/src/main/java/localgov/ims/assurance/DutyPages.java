package localgov.ims.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import localgov.ims.assurance.pages.DutiesPage;
import localgov.ims.kernel.London;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Puts the report on duties into words, with the way to its evidence.
@Component
class DutyPages {
    DutiesPage page(Duties.Report report, Words words) {
        return new DutiesPage(
                words.date(report.since()),
                report.duties().stream()
                        .map(looked -> duty(looked, report.since(), words))
                        .toList(),
                report.kinds().stream()
                        .map(looked -> kind(looked, report.since(), words))
                        .toList(),
                report.pairs().stream()
                        .map(pair -> new DutiesPage.Pair(
                                pair.askedName(),
                                pair.approvedName(),
                                words.number(pair.times()),
                                words.date(London.dayOf(pair.latest())),
                                evidence(pair.approved(), "approvals.", report.since()),
                                report.isMutual(pair)))
                        .toList(),
                report.journals().stream()
                        .map(one -> new DutiesPage.Journals(
                                one.who(),
                                words.number(one.entered()),
                                words.number(one.approved()),
                                words.number(one.entered() - one.approved())))
                        .toList());
    }

    private static DutiesPage.Duty duty(Duties.Looked looked, LocalDate since, Words words) {
        var duty = looked.duty();
        var one = capital(name(duty.one().needs(), words));
        var other = name(duty.other().needs(), words);
        return new DutiesPage.Duty(
                words.say("assurance.duty", one, other),
                one,
                capital(other),
                looked.could().stream()
                        .map(person -> "%s (%s)".formatted(person.name(), person.email()))
                        .toList(),
                did(looked, since, words));
    }

    private static DutiesPage.Kind kind(KindDuties.Looked looked, LocalDate since, Words words) {
        var kind = looked.kind();
        return new DutiesPage.Kind(
                words.say(kind.words()),
                kind.asker()
                        .map(asker -> words.say(
                                "assurance.kind.needs", capital(name(asker, words)), name(kind.approver(), words)))
                        .orElseGet(() -> words.say("assurance.kind.anybody-asks", name(kind.approver(), words))),
                looked.could().stream().map(could -> could(could, words)).toList(),
                looked.did().stream()
                        .map(did -> new DutiesPage.Halves(
                                "%s (%s)".formatted(did.name(), did.who()),
                                words.number(did.asked()),
                                days(did.firstAsked(), did.latestAsked(), words),
                                words.number(did.approved()),
                                days(did.firstApproved(), did.latestApproved(), words),
                                did.insteadOf() == 0 ? "" : words.count("assurance.kind.in-place", did.insteadOf()),
                                words.number(did.sameSubjects()),
                                evidence(did.who(), "approvals.", since)))
                        .toList());
    }

    private static String could(KindDuties.Could could, Words words) {
        var who = "%s (%s)".formatted(could.person().name(), could.person().email());
        return could.insteadOf().isEmpty()
                ? who
                : words.say(
                        "assurance.kind.standing-in",
                        who,
                        could.insteadOf().getFirst().approverName(),
                        could.insteadOf().getFirst().toOn());
    }

    /// One day, or the first and the latest.
    private static String days(Instant first, Instant latest, Words words) {
        var from = London.dayOf(first);
        var to = London.dayOf(latest);
        return from.equals(to) ? words.date(from) : words.say("assurance.kind.days", from, to);
    }

    private static List<DutiesPage.Did> did(Duties.Looked looked, LocalDate since, Words words) {
        return looked.did().stream()
                .map(both -> new DutiesPage.Did(
                        both.who(),
                        words.number(both.ones()),
                        evidence(both.who(), looked.duty().one().room(), since),
                        words.number(both.others()),
                        evidence(both.who(), looked.duty().other().room(), since)))
                .toList();
    }

    /// What somebody did, in the audit: one deed, or all deeds of a room.
    private static String evidence(String who, String did, LocalDate since) {
        return UriComponentsBuilder.fromPath(AuditScreens.PATH)
                .queryParam("who", "{who}")
                .queryParam("did", "{did}")
                .queryParam("from", "{from}")
                .build(who, did, since)
                .toString();
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String name(Permission permission, Words words) {
        return words.say(key(permission));
    }

    static String key(Permission permission) {
        return "assurance.can." + permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
