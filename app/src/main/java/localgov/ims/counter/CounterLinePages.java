package localgov.ims.counter;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.counter.pages.CounterLinePage;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;

/// Puts one line of a basket into words.
@Component
class CounterLinePages {
    private static final int BASIS_POINTS = 100;

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final InstantSource clock;

    CounterLinePages(Catalogue catalogue, Accounts accounts, InstantSource clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.clock = clock;
    }

    CounterLinePage page(CounterPayment payment, CounterLineScreens.Whose whose, boolean adding, Words words) {
        var fund = catalogue.now().fund(whose.fund()).orElseThrow();
        var said = accounts.messages(fund, whose.account(), Door.STAFF).stream()
                .map(message -> new CounterLinePage.Said(
                        words.written(message.words(), message.wordsInWelsh()), message.stops()))
                .toList();
        return new CounterLinePage(
                whose.self(),
                adding ? CounterPaths.find(payment.id()) : CounterPaths.of(payment.id()),
                words.either(fund.name(), fund.nameInWelsh()),
                facts(whose, fund, words),
                said,
                said.stream().anyMatch(CounterLinePage.Said::stops),
                fund.vatOverride() ? vatCodes(fund, words) : List.of(),
                fund.priceAt(Door.STAFF).map(words::money).orElse(null),
                fund.suggested()
                        .map(price -> words.say("counter.price.hint", price))
                        .orElse(null),
                payment.version(),
                adding);
    }

    private static List<SummaryRow> facts(CounterLineScreens.Whose whose, Fund fund, Words words) {
        var facts = new ArrayList<SummaryRow>();
        var label = words.either(fund.referenceLabel(), fund.referenceLabelInWelsh());
        facts.add(SummaryRow.of(label.isEmpty() ? words.say("counter.account") : label, whose.account()));
        var holder = whose.holder();
        if (holder != null) {
            facts.add(SummaryRow.of(words.say("counter.holder"), CounterFindScreens.name(holder, words)));
            if (!holder.address().isBlank()) {
                facts.add(SummaryRow.of(words.say("counter.address"), CounterFindScreens.onOneLine(holder.address())));
            }
            if (holder.balance() != null) {
                facts.add(SummaryRow.of(words.say("counter.balance"), CounterFindScreens.owed(holder, words)));
            }
        }
        return facts;
    }

    /// Those that have a rate today; first the fund's own.
    private List<Option> vatCodes(Fund fund, Words words) {
        var now = catalogue.now();
        var today = London.dayOf(clock.instant());
        return Stream.concat(
                        Stream.of(Option.of(
                                "",
                                words.say(
                                        "counter.vat.own",
                                        now.vat(fund.vatCode(), today)
                                                .map(rate -> percent(rate.basisPoints()))
                                                .orElse(fund.vatCode())))),
                        now.vatCodes().stream()
                                .filter(code -> !code.equals(fund.vatCode()))
                                .flatMap(code -> now.vat(code, today).stream())
                                .map(rate -> Option.of(
                                        rate.code(),
                                        words.say("counter.vat.code", percent(rate.basisPoints()), rate.code()))))
                .toList();
    }

    /// `20%`, `17.5%`
    static String percent(int basisPoints) {
        return java.math.BigDecimal.valueOf(basisPoints)
                        .divide(java.math.BigDecimal.valueOf(BASIS_POINTS))
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
