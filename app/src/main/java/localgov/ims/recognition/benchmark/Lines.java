package localgov.ims.recognition.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceMaker;
import localgov.ims.recognition.BankLine;
import localgov.ims.recognition.benchmark.LabelledLine.Expected;

/// Makes labelled lines, one after the other.
public final class Lines {
    /// Of a thousand payments, how many are for each fund.
    private static final Map<String, Integer> SHARES = Map.ofEntries(
            Map.entry("23", 510),
            Map.entry("24", 40),
            Map.entry("5", 200),
            Map.entry("19", 60),
            Map.entry("20", 20),
            Map.entry("25", 20),
            Map.entry("11", 50),
            Map.entry("2R", 10),
            Map.entry("TW", 15),
            Map.entry("GW", 35),
            Map.entry("PM", 20),
            Map.entry("31", 5),
            Map.entry("3U", 5),
            Map.entry("RC", 10));

    /// Of a thousand payments, how many are exactly what is due.
    private static final Map<String, Integer> DUE =
            Map.of("23", 80, "24", 100, "5", 400, "19", 975, "20", 975, "25", 200);

    /// Of a thousand payments, how many come from somebody who is called like the holder.
    private static final int NAMED = 920;

    private final Borough borough;
    private final SplittableRandom random;
    private final Writing writing;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> funds = new ArrayList<>();
    private final Map<String, ReferenceMaker> makers = new HashMap<>();
    private int made;

    /// @param shares how many of a thousand lines have a mistake; what is not said is as usual
    public Lines(Borough borough, long seed, Map<Mistake, Integer> shares) {
        this.borough = borough;
        this.random = new SplittableRandom(seed);
        this.writing = new Writing(random);
        var all = new EnumMap<Mistake, Integer>(Mistake.class);
        for (var mistake : Mistake.values()) {
            all.put(mistake, shares.getOrDefault(mistake, mistake.share()));
        }
        all.forEach((mistake, share) -> mistakes.addAll(java.util.Collections.nCopies(share, mistake)));
        borough.catalogue().funds().forEach(fund -> {
            if (fund.format() != null) {
                funds.addAll(java.util.Collections.nCopies(SHARES.getOrDefault(fund.code(), 0), fund.code()));
                makers.put(fund.code(), new ReferenceMaker(fund.format(), random.split()));
            }
        });
    }

    /// The next line.
    public LabelledLine next() {
        var mistake = mistakes.get(random.nextInt(mistakes.size()));
        var fund = borough.catalogue()
                .fund(funds.get(random.nextInt(funds.size())))
                .orElseThrow();
        return fund.accountMustExist() ? ofHolder(mistake, fund) : ofNobody(mistake, fund);
    }

    private LabelledLine ofHolder(Mistake mistake, Fund fund) {
        var holder = borough.owing(fund.code(), random);
        boolean usual = holder.times() > 0 && random.nextInt(1_000) < 930;
        var payer = usual ? holder.payer() : "new-" + made;
        var name = random.nextInt(1_000) < NAMED
                ? People.asBanksShow(holder.name(), random)
                : People.asBanksShow(People.name(random).full(), random);
        long pence = random.nextInt(1_000) < DUE.getOrDefault(fund.code(), 100)
                ? holder.due()
                : 500 + random.nextInt(3_000) * 10L;
        var second = borough.anyOf(fund.code(), random);
        var written = writing.write(mistake, fund, holder.account(), second.account(), name);
        var expected = expected(mistake, usual, written.changed());
        return labelled(mistake, written, pence, payer, fund, holder.account(), expected);
    }

    private LabelledLine ofNobody(Mistake mistake, Fund fund) {
        var maker = Objects.requireNonNull(makers.get(fund.code()));
        var account = maker.next().orElseThrow();
        var second = maker.next().orElseThrow();
        var written = writing.write(
                mistake,
                fund,
                account,
                second,
                People.asBanksShow(People.name(random).full(), random));
        boolean whole =
                mistake.kind() == Mistake.Kind.CLEAN || mistake.kind() == Mistake.Kind.REPAIRABLE && !written.changed();
        return labelled(
                mistake,
                written,
                500 + random.nextInt(3_000) * 10L,
                "new-" + made,
                fund,
                account,
                whole ? Expected.POST : Expected.PERSON);
    }

    private static Expected expected(Mistake mistake, boolean usual, boolean changed) {
        return switch (mistake.kind()) {
            case CLEAN -> Expected.POST;
            case REPAIRABLE -> changed ? Expected.SUGGEST : Expected.POST;
            case KNOWN_PAYER -> usual ? Expected.SUGGEST : Expected.PERSON;
            case NOBODYS -> Expected.PERSON;
        };
    }

    private LabelledLine labelled(
            Mistake mistake,
            Writing.Text written,
            long pence,
            String payer,
            Fund fund,
            String account,
            Expected expected) {
        boolean nobodys = mistake.kind() == Mistake.Kind.NOBODYS;
        return new LabelledLine(
                ++made,
                mistake,
                new BankLine(written.reference(), written.name(), written.texts(), pence, payer),
                nobodys ? "" : fund.code(),
                nobodys ? "" : account,
                fund.accountMustExist(),
                expected);
    }
}
