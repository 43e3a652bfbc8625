package localgov.ims.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Unclaimed;
import localgov.ims.platform.words.Words;
import localgov.ims.reporting.pages.UnclaimedPage;
import localgov.ims.reporting.pages.UnclearPage;
import org.jspecify.annotations.Nullable;

/// Puts into words what a provider said of a payment that is none of ours.
///
/// @param accounts what the council calls its accounts, by their codes
record UnclaimedPages(Map<String, String> accounts, Words words) {
    static String path(Unclaimed one) {
        return UnclearScreens.PATH + "/" + one.id();
    }

    UnclearPage.Other open(Unclaimed one) {
        return row(one, said(one));
    }

    UnclearPage.Other looked(Unclaimed one) {
        return row(one, List.of(by(one), Objects.requireNonNull(one.why())));
    }

    private UnclearPage.Other row(Unclaimed one, List<String> sentences) {
        return new UnclearPage.Other(
                path(one),
                words.moment(one.heardAt()),
                account(one),
                one.providerReference(),
                money(one.paid()),
                sentences);
    }

    private String account(Unclaimed one) {
        return accounts.getOrDefault(one.provider(), one.provider());
    }

    private String money(@Nullable Money money) {
        return money == null ? "" : words.money(money);
    }

    private List<String> said(Unclaimed one) {
        var said = new ArrayList<String>();
        said.add(
                one.paid() == null
                        ? words.say("reporting.unclaimed.not-said")
                        : words.say("reporting.unclaimed.was-paid"));
        if (one.paidOutOn() != null) {
            said.add(words.say("reporting.unclaimed.was-paid-out", one.paidOutOn()));
        }
        if (one.wentBack() != null) {
            said.add(words.say("reporting.unclaimed.went-back", one.wentBack()));
        }
        return said;
    }

    private String by(Unclaimed one) {
        return words.say(
                "reporting.unclaimed.by",
                Objects.requireNonNull(one.lookedBy()),
                words.moment(Objects.requireNonNull(one.lookedAt())));
    }

    UnclaimedPage one(Unclaimed one, boolean ours, boolean mayAnswer) {
        var facts = new ArrayList<SummaryRow>();
        fact(facts, "reporting.unclaimed.account", account(one));
        fact(facts, "reporting.unclaimed.number", one.providerReference());
        fact(facts, "reporting.unclaimed.heard", words.moment(one.heardAt()));
        fact(
                facts,
                "reporting.unclaimed.paid",
                one.paid() == null ? words.say("reporting.unclaimed.not-said") : words.money(one.paid()));
        if (one.wentBack() != null) {
            fact(facts, "reporting.unclaimed.back", words.money(one.wentBack()));
        }
        if (one.paidOutOn() != null) {
            fact(facts, "reporting.unclaimed.paid-out", words.date(one.paidOutOn()));
        }
        return new UnclaimedPage(
                path(one),
                UnclearScreens.PATH,
                facts,
                ours ? words.say("reporting.unclaimed.ours") : words.say("reporting.unclaimed.explained"),
                one.isOpen() ? null : new UnclaimedPage.Answer(by(one), Objects.requireNonNull(one.why())),
                mayAnswer && one.isOpen() && !ours,
                Integer.toString(one.version()));
    }

    private void fact(List<SummaryRow> facts, String key, String value) {
        facts.add(SummaryRow.of(words.say(key), value));
    }
}
