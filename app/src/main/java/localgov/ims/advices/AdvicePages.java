package localgov.ims.advices;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.advices.pages.ReturnPage;
import localgov.ims.advices.pages.ReturnsPage;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.imports.ImportId;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.ListTab;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.platform.words.Written;
import localgov.ims.unpaid.UnpaidReceipts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts debits that came back into words.
@Component
class AdvicePages {
    private static final int MOST = 50;

    private final Returns returns;
    private final UnpaidReceipts unpaid;
    private final Catalogue catalogue;

    AdvicePages(Returns returns, UnpaidReceipts unpaid, Catalogue catalogue) {
        this.returns = returns;
        this.unpaid = unpaid;
        this.catalogue = catalogue;
    }

    /// The lists there are.
    enum Tab {
        WAITING(ReturnState.NEW, ReturnState.WAITING),
        SEEN_TO(ReturnState.FOUND, ReturnState.ASIDE),
        INSTRUCTIONS;

        private final List<ReturnState> states;

        Tab(ReturnState... states) {
            this.states = List.of(states);
        }

        static Optional<Tab> of(@Nullable String written) {
            return Arrays.stream(values())
                    .filter(tab -> tab.code().equals(written))
                    .findFirst();
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private String address(@Nullable ImportId file) {
            return AdviceScreens.PATH + "?show=" + code() + (file == null ? "" : "&file=" + file);
        }
    }

    /// @param file the import whose report told it; nothing for all
    ReturnsPage list(Tab tab, @Nullable ImportId file, @Nullable Long before, Words words) {
        return tab == Tab.INSTRUCTIONS ? told(file, before, words) : back(tab, file, before, words);
    }

    /// The first list in which there is anything of a file's report.
    Tab first(ImportId file) {
        return Arrays.stream(Tab.values())
                .filter(tab -> tab != Tab.INSTRUCTIONS
                        && !returns.list(tab.states, file, null, 1).isEmpty())
                .findFirst()
                .orElseGet(() -> returns.told(file, null, 1).isEmpty() ? Tab.WAITING : Tab.INSTRUCTIONS);
    }

    private ReturnsPage told(@Nullable ImportId file, @Nullable Long before, Words words) {
        var found = returns.told(file, before, MOST + 1);
        var shown = found.subList(0, Math.min(MOST, found.size()));
        var last = found.size() > MOST ? shown.getLast().id() : null;
        var told = shown.stream().map(one -> told(one, words)).toList();
        return page(Tab.INSTRUCTIONS, file, List.of(), told, before, last, words);
    }

    private static ReturnsPage.Told told(AdviceRow told, Words words) {
        var about = told.day() == null
                ? words.say("advices.told.about", told.report().name())
                : words.say("advices.told.about-day", told.report().name(), told.day());
        var payer = String.join(" ", told.payer(), told.payerAccount()).strip();
        return new ReturnsPage.Told(
                told.reference().isEmpty() ? words.say("advices.no-reference") : told.reference(),
                told.amount() == null ? about : about + ", " + words.money(told.amount()),
                told.newPayerAccount().isEmpty()
                        ? payer
                        : words.say("advices.told.moved", payer, told.newPayerAccount()),
                kept(ReturnWords.reason(told), words),
                kept(told.toDo(), words));
    }

    private ReturnsPage back(Tab tab, @Nullable ImportId file, @Nullable Long before, Words words) {
        var found = returns.list(tab.states, file, before, MOST + 1);
        var shown = found.subList(0, Math.min(MOST, found.size()));
        var last = found.size() > MOST ? shown.getLast().id() : null;
        var rows = shown.stream().map(back -> row(back, words)).toList();
        return page(tab, file, rows, List.of(), before, last, words);
    }

    /// @param last the last one that is shown, when there are more
    private ReturnsPage page(
            Tab tab,
            @Nullable ImportId file,
            List<ReturnsPage.Row> rows,
            List<ReturnsPage.Told> told,
            @Nullable Long before,
            @Nullable Long last,
            Words words) {
        return new ReturnsPage(
                Arrays.stream(Tab.values())
                        .map(one -> new ListTab(
                                words.say("advices.tab." + one.code()),
                                one.address(file),
                                one == tab,
                                one == Tab.WAITING && file == null ? words.number(returns.waiting()) : null))
                        .toList(),
                words.say("advices.tab." + tab.code()),
                file == null ? null : "/office/imports/" + file,
                rows,
                told,
                words.say("advices.empty." + tab.code()),
                last == null ? null : tab.address(file) + "&before=" + last,
                before == null ? null : tab.address(file));
    }

    private static ReturnsPage.Row row(ReturnRow back, Words words) {
        return new ReturnsPage.Row(
                AdviceScreens.path(back.id()),
                back.reference().isEmpty() ? words.say("advices.no-reference") : back.reference(),
                words.say("advices.about", back.returnedOn(), back.report().name()),
                kept(ReturnWords.reason(back), words),
                state(back, words),
                colour(back),
                words.money(back.amount()));
    }

    /// What was written down in English, in Welsh where it is what Bacs publishes.
    private static Content kept(String english, Words words) {
        var welsh = words.language() == Language.WELSH ? BacsInWelsh.of(english) : Optional.<String>empty();
        return welsh.map(Written::of).orElseGet(() -> words.inEnglish(english)).html();
    }

    static String state(ReturnRow back, Words words) {
        return words.say("advices.state." + back.state().name().toLowerCase(Locale.ROOT));
    }

    private static String colour(ReturnRow back) {
        return switch (back.state()) {
            case NEW -> "govuk-tag--blue";
            case WAITING -> "govuk-tag--red";
            case FOUND -> "govuk-tag--green";
            case ASIDE -> "govuk-tag--grey";
        };
    }

    ReturnPage one(ReturnRow back, Words words) {
        boolean mayDecide = CurrentCaller.may(Permission.RECORD_UNPAID);
        return new ReturnPage(
                AdviceScreens.path(back.id()),
                words.say("advices.title", back.amount()),
                state(back, words),
                colour(back),
                explained(back, words),
                kept(back.toDo(), words),
                facts(back, words),
                back.journal() == null || back.line() == null ? null : receipt(back.journal(), back.line()),
                "/office/imports/" + back.file(),
                back.isOpen(),
                mayDecide,
                back.isOpen()
                        ? returns.likely(back).all().stream()
                                .map(ranked -> candidate(ranked, mayDecide, words))
                                .toList()
                        : List.of(),
                returns.bankLines(back).stream()
                        .map(line -> new ReturnPage.BankSaid(line.path(), words.date(line.bookedOn()), line.words()))
                        .toList());
    }

    private static String explained(ReturnRow back, Words words) {
        return switch (back.state()) {
            case NEW -> words.say("advices.explained.new", back.returnedOn());
            case WAITING ->
                words.say("advices.why."
                        + code(
                                back.why() == null
                                        ? Why.NOTHING_CERTAIN.name()
                                        : back.why().name()));
            case FOUND -> words.say("advices.explained.found");
            case ASIDE -> words.say("advices.explained.aside", back.note() == null ? "" : back.note());
        };
    }

    private static List<SummaryRow> facts(ReturnRow back, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("advices.fact.reference"), back.reference()));
        facts.add(SummaryRow.of(words.say("advices.fact.reason"), kept(ReturnWords.reason(back), words)));
        if (back.collectedOn() != null) {
            facts.add(SummaryRow.of(words.say("advices.fact.collected"), words.date(back.collectedOn())));
        }
        facts.add(SummaryRow.of(words.say("advices.fact.returned"), words.date(back.returnedOn())));
        if (!back.payer().isEmpty()) {
            facts.add(SummaryRow.of(words.say("advices.fact.payer"), back.payer()));
        }
        if (!back.payerAccount().isEmpty()) {
            facts.add(SummaryRow.of(words.say("advices.fact.payer-account"), back.payerAccount()));
        }
        facts.add(SummaryRow.of(
                words.say("advices.fact.report"),
                words.say("advices.report", back.report().name(), back.reportNumber())
                        .strip()));
        if (back.decidedBy() != null && back.decidedAt() != null) {
            facts.add(SummaryRow.of(
                    words.say("advices.fact.decided"),
                    back.decidedBy().equals(Returns.SYSTEM)
                            ? words.say("advices.by-itself", words.moment(back.decidedAt()))
                            : words.say("advices.by", back.decidedBy(), words.moment(back.decidedAt()))));
        }
        return facts;
    }

    private ReturnPage.Candidate candidate(Likely.Ranked ranked, boolean mayDecide, Words words) {
        var original = ranked.original();
        var name = (fund(original, words) + " " + (original.account() == null ? "" : original.account())).strip();
        var received = words.date(original.happenedOn());
        return new ReturnPage.Candidate(
                original.journal() + "-" + original.line(),
                name,
                received,
                original.payer() == null ? "" : original.payer(),
                ranked.evidence().stream()
                        .map(one -> words.say("advices.evidence." + code(one.name())))
                        .toList(),
                receipt(original.journal(), original.line()),
                words.say("advices.choose.unseen", name, received),
                mayDecide
                        && original.takenBy() == null
                        && unpaid.receipt(
                                        original.journal(),
                                        original.line(),
                                        CurrentCaller.scope(Permission.RECORD_UNPAID))
                                .isPresent());
    }

    private static @Nullable String receipt(long journal, int line) {
        return CurrentCaller.may(Permission.SEE_RECEIPTS) ? "/office/receipts/%d-%d".formatted(journal, line) : null;
    }

    private String fund(Original original, Words words) {
        var code = original.fund();
        return code == null
                ? words.say("advices.in-suspense")
                : catalogue
                        .now()
                        .fund(code)
                        .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                        .orElse(code);
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
