package localgov.ims.rehearsals;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.rehearsals.pages.HistoryPage;
import localgov.ims.rehearsals.pages.ProposalsPage;
import localgov.ims.settings.Part;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Settings;
import localgov.ims.settings.SettingsPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What rules would have done with what came in, and the rules that people’s decisions amount to.
@Controller
class RehearsalScreens {
    private static final String TRIED = "/office/rules/tried";
    private static final String PROPOSED = "/office/rules/proposed";
    private static final String ADD = "/office/settings/recognition-rules/add/rows";
    private static final int MOST = 20;
    private static final int MONTHS = 6;

    /// Fewer may be chance.
    private static final int FEWEST = 3;

    private static final int GAP = 10;

    private final Templates templates;
    private final RehearsalStore store;
    private final ProposalStore proposals;
    private final Settings settings;
    private final Catalogue catalogue;
    private final InstantSource clock;

    RehearsalScreens(
            Templates templates,
            RehearsalStore store,
            ProposalStore proposals,
            Settings settings,
            Catalogue catalogue,
            InstantSource clock) {
        this.templates = templates;
        this.store = store;
        this.proposals = proposals;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Where these are found among the settings.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        SettingsPlace triedPlace() {
            return new SettingsPlace(
                    Part.ARRIVING,
                    Phrase.both("rules tried on what came in", "rheolau a brofwyd ar yr hyn a ddaeth i mewn"),
                    TRIED);
        }
    }

    @GetMapping(TRIED)
    @Needs(Permission.SEE_SETTINGS)
    View tried(OfficeFrame frame) {
        var words = frame.words();
        var rows = store.latest(MOST).stream().map(row -> tried(row, words)).toList();
        var page = new HistoryPage(rows, CurrentCaller.may(Permission.CHANGE_SETTINGS) ? PROPOSED : null);
        return Page.of(templates.rehearsalsTried(page, frame));
    }

    private HistoryPage.Tried tried(RehearsalStore.Row row, Words words) {
        boolean done = row.finishedAt() != null;
        var found = store.found(row.print());
        var lines = Stream.of(Judged.values())
                .filter(_ -> done)
                .flatMap(judged -> Stream.ofNullable(found.get(judged)))
                .map(one -> new HistoryPage.Line(
                        WhatWouldChange.words(one.judged(), Money.pence(one.pence()))
                                .in(words.language()),
                        words.number(one.lines()),
                        WhatWouldChange.examples(one).stream()
                                .map(example -> example.in(words))
                                .toList()))
                .toList();
        return new HistoryPage.Tried(
                row.rule(),
                words.say(
                        done ? "rehearsals.done" : "rehearsals.at-it",
                        words.number(row.lines()),
                        words.date(row.fromDay()),
                        words.date(row.untilDay())),
                lines);
    }

    /// What people placed is theirs to see who may see suspense for every fund.
    @GetMapping(PROPOSED)
    @Needs(Permission.CHANGE_SETTINGS)
    View proposed(OfficeFrame frame) {
        boolean may = CurrentCaller.scope(Permission.SEE_SUSPENSE).isEverything()
                && CurrentCaller.may(Permission.SEE_IMPORTS);
        var today = London.dayOf(clock.instant());
        var since = today.minusMonths(MONTHS);
        var rows = may ? rows(proposals.between(since, today, FEWEST), frame.words()) : List.<ProposalsPage.Row>of();
        return Page.of(templates.rehearsalsProposed(
                new ProposalsPage(rows, may, frame.words().date(since), ADD), frame));
    }

    private List<ProposalsPage.Row> rows(List<Proposal> found, Words words) {
        var kept = settings.list(settings.type(Rehearsals.RULES).orElseThrow());
        long last = kept.stream()
                .mapToLong(entry -> Long.parseLong(entry.value("position")))
                .max()
                .orElse(0);
        var written = kept.stream()
                .filter(entry -> !entry.isRetired())
                .map(entry -> entry.value("condition"))
                .toList();
        return found.stream()
                .filter(proposal -> !written.contains(proposal.condition()))
                .map(proposal -> row(proposal, last + GAP, words))
                .toList();
    }

    private ProposalsPage.Row row(Proposal proposal, long position, Words words) {
        var fund = catalogue
                .now()
                .fund(proposal.fund())
                .map(known -> words.either(known.name(), known.nameInWelsh()))
                .orElse(proposal.fund());
        var carried = new LinkedHashMap<String, String>(Map.of(
                "position", Long.toString(position),
                "condition", proposal.condition(),
                "action", "PLACE",
                "fund", proposal.fund(),
                "account_from", "FIXED",
                "account", proposal.account(),
                "goes_first", "no"));
        return new ProposalsPage.Row(
                words.say(
                        proposal.by().equals("payer") ? "rehearsals.if-payer" : "rehearsals.if-account",
                        proposal.value(),
                        fund,
                        proposal.account()),
                words.say("rehearsals.right", words.number(proposal.right()), words.number(proposal.all())),
                proposal.neverWrong(),
                carried);
    }
}
