package localgov.ims.rig.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.reporting.Criteria;
import localgov.ims.reporting.ReceiptSearch;
import localgov.ims.reporting.SearchBox;
import localgov.ims.rig.bench.LargeBook.Sample;

/// Every search of the back office at ten million postings over three years, and at a hundred thousand:
/// the first page of fifty with its count, as the page of receipts asks for it.
final class SearchBench {
    private static final long MANY = Long.getLong("bench.postings", 10_000_000);
    private static final long FEW = 100_000;
    private static final int PAGE = 50;
    private static final int WARMING = 40;
    private static final int RUNS = 200;

    /// What to look for, given a receipt that stands in the book.
    private interface Question extends BiFunction<SearchBox, Sample, Criteria> {}

    private static final Map<String, Question> SEARCHES = new LinkedHashMap<>();

    static {
        typed("account", Sample::account);
        typed("part of an account", sample -> sample.account().substring(1, 8));
        typed("reference", Sample::sourceId);
        typed("amount", sample -> "£%d.%02d".formatted(sample.pence() / 100, sample.pence() % 100));
        typed("amounts", sample -> "£%d to £%d".formatted(sample.pence() / 100, sample.pence() / 100 + 2));
        typed("day", sample -> sample.day().toString());
        typed("days", sample -> sample.day() + " to " + sample.day().plusDays(30));
        typed("surname", Sample::surname);
        typed("full name", Sample::payer);
        typed(
                "name not yet whole",
                sample -> sample.firstName() + " " + sample.surname().substring(0, 4));
        typed(
                "bank's text",
                sample -> sample.narrative().substring(sample.narrative().lastIndexOf(' ') + 1));
        typed("a word nobody has", _ -> "zzyzx");
        asked("fund", sample -> Criteria.ANY.fund(sample.fund()));
        asked("fund and days", sample -> month(sample).fund(sample.fund()));
        asked("account and days", sample -> month(sample).account(sample.account()));
        asked("amount and fund", sample -> amount(sample).fund(sample.fund()));
        asked(
                "amount and days",
                sample -> amount(sample)
                        .days(sample.day().minusDays(45), sample.day().plusDays(45)));
        asked(
                "amounts, fund and days",
                sample -> month(sample)
                        .fund(sample.fund())
                        .amount(Money.pence(sample.pence()), Money.pence(sample.pence() + 500)));
        asked("surname and fund", sample -> surname(Criteria.ANY, sample).fund(sample.fund()));
        asked("surname, fund and days", sample -> surname(month(sample), sample).fund(sample.fund()));
        asked("surname and amount", sample -> surname(amount(sample), sample));
    }

    private static void typed(String name, Function<Sample, String> text) {
        SEARCHES.put(
                name,
                (box, sample) -> box.read(text.apply(sample), false, Scope.EVERYTHING)
                        .criteria()
                        .orElseThrow());
    }

    private static void asked(String name, Function<Sample, Criteria> criteria) {
        SEARCHES.put(name, (_, sample) -> criteria.apply(sample));
    }

    private static Criteria month(Sample sample) {
        return Criteria.ANY.days(
                sample.day().withDayOfMonth(1),
                sample.day().withDayOfMonth(1).plusMonths(1).minusDays(1));
    }

    private static Criteria amount(Sample sample) {
        return Criteria.ANY.amount(Money.pence(sample.pence()), Money.pence(sample.pence()));
    }

    private static Criteria surname(Criteria criteria, Sample sample) {
        return criteria.words(List.of(sample.surname().toLowerCase(Locale.ROOT)));
    }

    /// A council with its book and what is looked for in it.
    private record Place(CouncilId council, List<Sample> samples, SearchBox box, ReceiptSearch search) {
        double milliseconds(Question question, int run) {
            var sample = samples.get(run % samples.size());
            long start = System.nanoTime();
            CurrentCouncil.within(
                    council, () -> search.counted(question.apply(box, sample), Scope.EVERYTHING, null, PAGE));
            return (System.nanoTime() - start) / 1e6;
        }
    }

    String run() {
        try (var site = new Inside(false)) {
            var large = place(site, "large", MANY);
            var small = place(site, "small", FEW);
            double worst = 0;
            double growth = 0;
            for (var search : SEARCHES.entrySet()) {
                var at = measured(search.getValue(), large, small);
                double grown = at.large(0.95) / at.small(0.95);
                System.out.printf(
                        "%-24s p50 %6.1f ms  p95 %6.1f ms; at %,d: p50 %6.1f ms  p95 %6.1f ms; growth %.1f; load %s%n",
                        search.getKey(),
                        at.large(0.5),
                        at.large(0.95),
                        FEW,
                        at.small(0.5),
                        at.small(0.95),
                        grown,
                        Cost.load());
                worst = Math.max(worst, at.large(0.95));
                growth = Math.max(growth, grown);
            }
            return "search_p95_ms=%.1f search_growth=%.1f".formatted(worst, growth);
        }
    }

    private static Place place(Inside site, String council, long postings) {
        site.open(council);
        var book = new LargeBook(site.psql(council), site.folder);
        long start = System.nanoTime();
        book.write(postings);
        System.out.printf("%,d postings written in %.0f s%n", book.postings(), (System.nanoTime() - start) / 1e9);
        return new Place(
                new CouncilId(council), book.samples(RUNS), site.door(SearchBox.class), site.door(ReceiptSearch.class));
    }

    private record Times(double[] large, double[] small) {
        double large(double share) {
            return large[(int) Math.min(large.length - 1, Math.ceil(share * large.length) - 1)];
        }

        double small(double share) {
            return small[(int) Math.min(small.length - 1, Math.ceil(share * small.length) - 1)];
        }
    }

    /// Turn by turn, so that what else the machine does falls on both.
    private static Times measured(Question question, Place large, Place small) {
        for (int run = 0; run < WARMING; run++) {
            large.milliseconds(question, run);
            small.milliseconds(question, run);
        }
        var times = new Times(new double[RUNS], new double[RUNS]);
        for (int run = 0; run < RUNS; run++) {
            times.large()[run] = large.milliseconds(question, run);
            times.small()[run] = small.milliseconds(question, run);
        }
        Arrays.sort(times.large());
        Arrays.sort(times.small());
        return times;
    }
}
