package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.backoffice.Unattended;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.disputes.DisputeLists;
import localgov.ims.imports.FileStates;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.ImportSummary;
import localgov.ims.imports.Imports;
import localgov.ims.kernel.London;
import localgov.ims.messages.Deliveries;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.providers.Providers;
import localgov.ims.reporting.pages.TodayPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The first page of the office: what came in, what waits, and whether the books hold.
@Controller
@Needs(Permission.SEE_RECEIPTS)
class TodayScreens {
    private static final String OWN_PAGE = "/office/me";
    private static final String PATH = "/office";
    private static final int MOST_FILES = 100;
    private static final int SHOWN_FILES = 8;

    private final Templates templates;
    private final Morning morning;
    private final Proofs proofs;
    private final Imports imports;
    private final Unclear unclear;
    private final DisputeLists disputes;
    private final Catalogue catalogue;
    private final Deliveries deliveries;
    private final Providers providers;
    private final List<Unattended> unattended;
    private final InstantSource clock;

    TodayScreens(
            Templates templates,
            Morning morning,
            Proofs proofs,
            Imports imports,
            Unclear unclear,
            DisputeLists disputes,
            Catalogue catalogue,
            Deliveries deliveries,
            Providers providers,
            List<Unattended> unattended,
            InstantSource clock) {
        this.providers = providers;
        this.unattended = unattended;
        this.templates = templates;
        this.morning = morning;
        this.proofs = proofs;
        this.imports = imports;
        this.unclear = unclear;
        this.disputes = disputes;
        this.catalogue = catalogue;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace todayPlace() {
            return OfficePlaces.at(10, "reporting.today", PATH, Permission.SEE_RECEIPTS);
        }
    }

    /// Where everybody begins; whoever does not see what came in goes on to the first place that is theirs.
    @GetMapping(PATH)
    @NeedsSignIn(why = "everybody who signs in comes here first, and some go on from here")
    View today(OfficeFrame frame) {
        if (!CurrentCaller.may(Permission.SEE_RECEIPTS)) {
            return Page.redirect(
                    frame.places().isEmpty()
                            ? OWN_PAGE
                            : frame.places().getFirst().href());
        }
        var today = London.dayOf(clock.instant());
        var naming = new Naming(catalogue.now(), frame.words());
        var pages = new TodayPages(
                naming,
                today,
                morning.cameIn(today.minusDays(TodayPages.DAYS), today, CurrentCaller.scope(Permission.SEE_RECEIPTS)));
        var files = CurrentCaller.may(Permission.SEE_IMPORTS) ? filesOf(today) : null;
        var suspense = CurrentCaller.may(Permission.SEE_SUSPENSE)
                ? morning.inSuspense(CurrentCaller.scope(Permission.SEE_SUSPENSE))
                : null;
        return Page.of(templates.reportingToday(
                new TodayPage(
                        frame.words().weekday(today),
                        pages.proof(proofs.latest(), CurrentCaller.may(Permission.SEE_BOOKS)),
                        pages.on(today.minusDays(1)),
                        pages.on(today),
                        suspense == null ? null : pages.suspense(suspense),
                        pages.methods(),
                        pages.total().orElse(null),
                        pages.month(),
                        files == null
                                ? null
                                : files.stream()
                                        .limit(SHOWN_FILES)
                                        .map(file -> row(file, frame.words()))
                                        .toList(),
                        files != null && files.size() > SHOWN_FILES,
                        decisions(pages, files, suspense, frame.demo())),
                frame));
    }

    private List<TodayPage.Link> decisions(
            TodayPages pages,
            @Nullable List<ImportSummary> files,
            Morning.@Nullable InSuspense suspense,
            boolean demo) {
        var links = new ArrayList<TodayPage.Link>();
        if (CurrentCaller.may(Permission.SEE_SETTINGS)) {
            providers.shutOuts().forEach(shut -> links.add(pages.shutOut(shut)));
            if (!demo) {
                // In the demonstration every page says that no money moves.
                providers.testAccounts().forEach(account -> links.add(pages.testAccount(account)));
            }
        }
        if (CurrentCaller.may(Permission.HANDLE_DISPUTES)) {
            links.addAll(
                    pages.disputes(disputes.waiting(CurrentCaller.scope(Permission.HANDLE_DISPUTES)), clock.instant()));
        }
        links.addAll(pages.decisions(
                files == null ? 0 : morning.heldFiles(),
                files == null
                        ? 0
                        : files.stream()
                                .filter(file -> file.state() == ImportState.REFUSED)
                                .count(),
                suspense == null ? 0 : suspense.items(),
                unclear.count(CurrentCaller.scope(Permission.SEE_RECEIPTS))));
        unattended.forEach(one -> one.waiting(0, pages.naming().words())
                .ifPresent(pile -> links.add(new TodayPage.Link(pile.counted(), pile.href()))));
        long undelivered = deliveries.failed();
        if (undelivered > 0) {
            links.add(new TodayPage.Link(
                    pages.naming().words().count("reporting.today.undelivered", undelivered), Deliveries.PATH));
        }
        return links;
    }

    private List<ImportSummary> filesOf(LocalDate day) {
        return imports.list(null, MOST_FILES).stream()
                .filter(file -> London.dayOf(file.receivedAt()).equals(day))
                .toList();
    }

    private static TodayPage.FileRow row(ImportSummary file, Words words) {
        var state = FileStates.of(file.state(), words);
        return new TodayPage.FileRow(
                file.fileName(),
                "/office/imports/" + file.id(),
                words.time(file.receivedAt()),
                state.words(),
                state.classes(),
                file.state().isOpen() ? "" : words.count("reporting.today.lines", file.lines()),
                Optional.of(FileStates.placed(file))
                        .filter(text -> !text.isEmpty())
                        .map(share -> words.say("reporting.today.placed", share))
                        .orElse(""));
    }
}
