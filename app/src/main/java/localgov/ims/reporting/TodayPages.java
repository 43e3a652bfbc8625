package localgov.ims.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.disputes.DisputeLists;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Bars;
import localgov.ims.platform.words.Words;
import localgov.ims.providers.Capability;
import localgov.ims.providers.ShutOut;
import localgov.ims.providers.TestAccount;
import localgov.ims.reporting.pages.TodayPage;
import localgov.ims.reporting.pages.TodayPage.Link;
import localgov.ims.reporting.pages.TodayPage.MethodRow;
import org.jspecify.annotations.Nullable;

/// Puts the numbers of a morning into words.
record TodayPages(Naming naming, LocalDate today, List<Morning.CameIn> cameIn) {
    static final int DAYS = 30;

    private Words words() {
        return naming.words();
    }

    TodayPage.Fact on(LocalDate day) {
        var rows = cameIn.stream().filter(row -> row.day().equals(day)).toList();
        return new TodayPage.Fact(total(rows).toString(), count(rows), left(rows));
    }

    private static Money total(List<Morning.CameIn> rows) {
        return rows.stream().map(Morning.CameIn::pence).reduce(Money.ZERO, Money::plus);
    }

    private static Money back(List<Morning.CameIn> rows) {
        return rows.stream().map(Morning.CameIn::back).reduce(Money.ZERO, Money::plus);
    }

    /// What went back, and what is left; nothing when nothing went back.
    private @Nullable String left(List<Morning.CameIn> rows) {
        var back = back(rows);
        return back.isZero()
                ? null
                : words().say("reporting.today.back", back, total(rows).minus(back));
    }

    /// Yesterday and today by method, the greatest first; methods of which nothing came in are left out.
    List<MethodRow> methods() {
        return recent().stream()
                .map(row -> Objects.requireNonNullElse(row.method(), ""))
                .distinct()
                .map(this::method)
                .toList();
    }

    private List<Morning.CameIn> recent() {
        return cameIn.stream()
                .filter(row -> !row.day().isBefore(today.minusDays(1)))
                .sorted((a, b) -> b.pence().compareTo(a.pence()))
                .toList();
    }

    private MethodRow method(String code) {
        var rows = recent().stream()
                .filter(row -> code.equals(Objects.requireNonNullElse(row.method(), "")))
                .toList();
        return row(
                code.isEmpty() ? words().say("reporting.today.no-method") : naming.method(code),
                naming.colour(code),
                rows);
    }

    Optional<MethodRow> total() {
        return recent().isEmpty()
                ? Optional.empty()
                : Optional.of(row(words().say("reporting.today.total"), "", recent()));
    }

    private MethodRow row(String name, String colour, List<Morning.CameIn> rows) {
        var before = rows.stream().filter(row -> row.day().isBefore(today)).toList();
        var now = rows.stream().filter(row -> row.day().equals(today)).toList();
        return new MethodRow(
                name,
                colour,
                count(before),
                total(before).toString(),
                left(before),
                count(now),
                total(now).toString(),
                left(now));
    }

    private String count(List<Morning.CameIn> rows) {
        return words().count(
                        "reporting.today.receipts",
                        rows.stream().mapToLong(Morning.CameIn::receipts).sum());
    }

    /// The thirty days that end yesterday, also those on which nothing came in.
    Bars month() {
        Map<LocalDate, Money> byDay = new HashMap<>();
        cameIn.forEach(row -> byDay.merge(row.day(), row.pence(), Money::plus));
        var bars = Stream.iterate(today.minusDays(DAYS), day -> day.isBefore(today), day -> day.plusDays(1))
                .map(day -> {
                    var amount = byDay.getOrDefault(day, Money.ZERO);
                    return new Bars.Bar(words().date(day), amount.toString(), amount.pence());
                })
                .toList();
        return new Bars(
                words().say("reporting.today.month"),
                words().say("reporting.column.day"),
                words().say("reporting.column.amount"),
                bars);
    }

    TodayPage.Suspense suspense(Morning.InSuspense found) {
        var oldest = found.oldest();
        var items = found.items() == 0 || oldest == null
                ? words().say("reporting.today.no-items")
                : !oldest.isBefore(today)
                        ? words().say("reporting.today.item-today")
                        : words().count("reporting.today.items", found.items(), words().days(oldest, today));
        var ready = found.suggestions() == 0 ? null : words().count("reporting.today.suggestions", found.suggestions());
        return new TodayPage.Suspense(found.pence().toString(), items, ready, found.items() > 0);
    }

    TodayPage.Proof proof(Optional<Proof> latest, boolean maySee) {
        if (latest.isEmpty()) {
            return new TodayPage.Proof(
                    words().say("reporting.proof.never"),
                    "govuk-tag--grey",
                    words().say("reporting.proof.soon"),
                    maySee);
        }
        var proof = latest.get();
        var when = words().say(
                        "reporting.proof.when",
                        proof.laws(),
                        words().time(proof.checkedAt()),
                        London.dayOf(proof.checkedAt()));
        return proof.broken() == 0
                ? new TodayPage.Proof(words().say("reporting.proof.held"), "govuk-tag--green", when, maySee)
                : new TodayPage.Proof(
                        words().count("reporting.proof.broken", proof.broken()), "govuk-tag--red", when, maySee);
    }

    /// Disputes, with the time there is to answer the first.
    List<Link> disputes(DisputeLists.Waiting waiting, Instant now) {
        var links = new ArrayList<Link>();
        var due = waiting.firstDue();
        if (waiting.toAnswer() > 0) {
            var answer = words().count("reporting.today.disputes", waiting.toAnswer());
            links.add(new Link(due == null ? answer : answer + ": " + left(due, now), "/office/disputes"));
        }
        if (waiting.toCharge() > 0) {
            links.add(new Link(
                    words().count("reporting.today.to-charge", waiting.toCharge()), "/office/disputes?show=lost"));
        }
        return links;
    }

    /// A provider that does not let us in is seen to where its account is.
    Link shutOut(ShutOut shut) {
        return new Link(
                shut.lacking() == null
                        ? words().say("reporting.today.shut-out", shut.name())
                        : words().say(
                                        shut.lacking() == Capability.AGREEMENTS
                                                ? "reporting.today.shut-out.agreements"
                                                : "reporting.today.shut-out.telephone",
                                        shut.name()),
                "/office/settings/payment-provider-accounts/entries/" + shut.account());
    }

    /// An account for tests is seen to there as well.
    Link testAccount(TestAccount account) {
        return new Link(
                words().say("reporting.today.test-account", account.name()),
                "/office/settings/payment-provider-accounts/entries/" + account.account());
    }

    private String left(Instant due, Instant now) {
        return due.isBefore(now)
                ? words().say("reporting.today.disputes.over")
                : London.dayOf(due).equals(today)
                        ? words().say("reporting.today.disputes.today")
                        : words().say("reporting.today.disputes.left", words().days(today, London.dayOf(due)));
    }

    List<Link> decisions(long held, long refused, long items, long unclear) {
        var links = new ArrayList<Link>();
        if (unclear > 0) {
            var many = unclear < Unclear.COUNTED
                    ? words().count("reporting.today.unclear", unclear)
                    : words().say("reporting.today.unclear.many");
            links.add(new Link(many, UnclearScreens.PATH));
        }
        if (held > 0) {
            links.add(new Link(words().count("reporting.today.held", held), "/office/imports"));
        }
        if (refused > 0) {
            links.add(new Link(words().count("reporting.today.refused", refused), "/office/imports"));
        }
        if (items > 0) {
            links.add(new Link(words().count("reporting.today.to-place", items), "/office/suspense"));
        }
        return links;
    }
}
