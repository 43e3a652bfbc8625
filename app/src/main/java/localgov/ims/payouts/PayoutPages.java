package localgov.ims.payouts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import localgov.ims.backoffice.Pile;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.payouts.Payout.Candidate;
import localgov.ims.payouts.pages.PayoutPage;
import localgov.ims.payouts.pages.PayoutsPage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;

/// Puts payouts into words.
///
/// @param names of the providers' accounts by their codes
/// @param lastDay the last day of which a payout is late when its line has not come
record PayoutPages(Map<String, String> names, LocalDate lastDay, Words words) {
    static String path(Payout payout) {
        return "%s/%s/%s".formatted(PayoutScreens.PATH, payout.provider(), payout.settledOn());
    }

    /// @param all one more than are shown when there are older ones
    PayoutsPage list(List<Payout> open, List<Payout> all, int most) {
        var shown = all.subList(0, Math.min(most, all.size()));
        return new PayoutsPage(
                open.stream().map(this::row).toList(),
                shown.stream().map(this::row).toList(),
                all.size() > most
                        ? "%s?before=%s&after=%s"
                                .formatted(
                                        PayoutScreens.PATH,
                                        shown.getLast().settledOn(),
                                        shown.getLast().provider())
                        : null);
    }

    private PayoutsPage.Row row(Payout payout) {
        return new PayoutsPage.Row(
                words.date(payout.settledOn()),
                path(payout),
                name(payout),
                words.number(payout.payments()),
                state(payout),
                classes(payout),
                words.money(payout.net()));
    }

    Pile.Row waiting(Payout payout) {
        return new Pile.Row(
                words.say("payouts.of", name(payout), words.date(payout.settledOn())),
                path(payout),
                "",
                state(payout),
                classes(payout),
                words.money(payout.net()));
    }

    /// @param may whether whoever looks may say which line it is
    PayoutPage one(Payout payout, List<Candidate> lines, boolean may) {
        var path = path(payout);
        var journal = payout.journal();
        var number = payout.line();
        var state = payout.state(lastDay);
        boolean open =
                state != Payout.State.MATCHED && state != Payout.State.EXPLAINED && state != Payout.State.NOTHING;
        return new PayoutPage(
                words.say("payouts.of", name(payout), words.date(payout.settledOn())),
                state(payout),
                classes(payout),
                facts(payout),
                journal == null || number == null || !CurrentCaller.may(Permission.SEE_RECEIPTS)
                        ? null
                        : receipt(journal, number),
                lines.stream().map(this::line).toList(),
                may && !lines.isEmpty() ? path + "/match" : null,
                may && journal != null ? path + "/unmatch" : null,
                journal == null ? "" : journal + "-" + number,
                may && open ? path + "/explain" : null,
                CurrentCaller.may(Permission.SEE_SUSPENSE) ? "/office/suspense" : null,
                Long.toString(payout.net().pence()));
    }

    private PayoutPage.Line line(Candidate line) {
        var day = words.date(line.happenedOn());
        return new PayoutPage.Line(
                line.journal() + "-" + line.line(),
                CurrentCaller.may(Permission.SEE_RECEIPTS)
                        ? words.say("payouts.line", line.pence(), day, line.narrative())
                        : words.say("payouts.line.plain", line.pence(), day));
    }

    private static String receipt(long journal, int line) {
        return "/office/receipts/%s-%s".formatted(journal, line);
    }

    private List<SummaryRow> facts(Payout payout) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("payouts.payments"), words.number(payout.payments())));
        facts.add(SummaryRow.of(words.say("payouts.gross"), words.money(payout.gross())));
        facts.add(
                SummaryRow.of(words.say("payouts.fee"), words.money(payout.fee().negated())));
        facts.add(SummaryRow.of(
                words.say("payouts.went-back"), words.money(payout.wentBack().negated())));
        facts.add(SummaryRow.of(words.say("payouts.net"), words.money(payout.net())));
        var banked = payout.banked();
        var matchedAt = payout.matchedAt();
        if (banked != null && matchedAt != null) {
            facts.add(SummaryRow.of(words.say("payouts.banked"), words.money(banked)));
            if (!banked.equals(payout.net())) {
                facts.add(SummaryRow.of(
                        words.say("payouts.difference"),
                        words.money(payout.net().minus(banked))));
            }
            facts.add(SummaryRow.of(
                    words.say("payouts.matched"),
                    words.say("payouts.by-whom", words.moment(matchedAt), String.valueOf(payout.matchedBy()))));
        }
        var because = payout.because();
        var explainedAt = payout.explainedAt();
        if (because != null && payout.net().equals(payout.explained()) && explainedAt != null) {
            facts.add(SummaryRow.of(
                    words.say("payouts.because"), words.inEnglish(because).html()));
            facts.add(SummaryRow.of(
                    words.say("payouts.explained"),
                    words.say("payouts.by-whom", words.moment(explainedAt), String.valueOf(payout.explainedBy()))));
        }
        return facts;
    }

    private String name(Payout payout) {
        return names.getOrDefault(payout.provider(), payout.provider());
    }

    private String state(Payout payout) {
        return words.say(
                switch (payout.state(lastDay)) {
                    case MATCHED -> "payouts.state.matched";
                    case NOTHING -> "payouts.state.nothing";
                    case EXPLAINED -> "payouts.state.explained";
                    case EXPECTED -> "payouts.state.expected";
                    case DIFFERS -> "payouts.state.differs";
                    case MISSING -> "payouts.state.missing";
                });
    }

    private String classes(Payout payout) {
        return switch (payout.state(lastDay)) {
            case MATCHED -> "govuk-tag--green";
            case NOTHING, EXPLAINED -> "govuk-tag--grey";
            case EXPECTED -> "govuk-tag--blue";
            case DIFFERS, MISSING -> "govuk-tag--red";
        };
    }
}
