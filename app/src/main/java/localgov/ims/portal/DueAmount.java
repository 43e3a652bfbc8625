package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Fund;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Says what is due on an account to whoever knows its number and its postcode. Whatever else is asked gets one
/// and the same answer: a wrong postcode, a number nobody has, and an account of which nothing is known.
@Component
class DueAmount {
    static final String POSTCODE = "known_postcode";
    /// So many postcodes may be tried for one number, whoever tries them.
    static final int TRIES = 8;
    private static final Duration TRY_GOES = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final BillForm form;
    private final Lookups lookups;
    private final Throttle tries;

    DueAmount(Accounts accounts, BillForm form, Lookups lookups, InstantSource clock) {
        this.accounts = accounts;
        this.form = form;
        this.lookups = lookups;
        this.tries = new Throttle(clock, TRIES, TRY_GOES);
    }

    View ask(Fund fund, Map<String, String> typed, HttpServletRequest request, PortalFrame frame) {
        lookups.admit(request);
        var place = new BillForm.Place(fund, null);
        var answers = Answers.of(frame.words(), typed);
        var reference = typed.getOrDefault("reference", "");
        var postcode = plain(typed.getOrDefault(POSTCODE, ""));
        if (reference.isBlank()) {
            return form.page(
                    place,
                    answers.wrong("reference", "portal.refused.blank", new FundFace(fund, frame.words()).label()),
                    frame);
        }
        if (postcode.isEmpty()) {
            return form.page(place, answers.wrong(POSTCODE, "portal.payer.no-postcode"), frame);
        }
        var due = mayTry(fund, reference) ? due(fund, reference, postcode) : Optional.<Money>empty();
        if (due.isEmpty()) {
            lookups.missed(request);
            return form.page(place, answers.wrong(POSTCODE, "portal.due.unknown"), frame);
        }
        return form.page(
                place, filledIn(typed, due.get(), frame.words()), said(due.get(), frame.words()), false, frame);
    }

    private boolean mayTry(Fund fund, String reference) {
        return fund.accountMustExist()
                && tries.takes("%s %s %s".formatted(CurrentCouncil.id(), fund.code(), plain(reference)));
    }

    private Optional<Money> due(Fund fund, String reference, String postcode) {
        return accounts.find(fund.code(), reference)
                .filter(account -> !account.stopped() && postcode.equals(postcodeOf(account)))
                .flatMap(account -> Optional.ofNullable(account.balance()));
    }

    /// The last line of an address that has one.
    private static String postcodeOf(Account account) {
        return account.address()
                .strip()
                .lines()
                .reduce((_, last) -> last)
                .map(DueAmount::plain)
                .orElse("");
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static Answers filledIn(Map<String, String> typed, Money due, Words words) {
        var filled = new HashMap<>(typed);
        if (due.isPositive()) {
            filled.put("amount", due.inPounds().toPlainString());
        }
        return Answers.of(words, filled);
    }

    private static String said(Money due, Words words) {
        if (due.isZero()) {
            return words.say("portal.due.nothing");
        }
        return due.isPositive() ? words.say("portal.due.is", due) : words.say("portal.due.credit", due.negated());
    }
}
