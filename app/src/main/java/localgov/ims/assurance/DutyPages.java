package localgov.ims.assurance;

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
        return words.say(
                "assurance.can." + permission.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
