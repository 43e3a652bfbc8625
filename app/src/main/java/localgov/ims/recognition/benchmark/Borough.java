package localgov.ims.recognition.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.catalogue.CatalogueOnPaper;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceMaker;
import localgov.ims.recognition.Evidence;
import localgov.ims.recognition.Suggesting.Before;

/// The account holders of a made-up borough: some hundred thousand, many of them called alike, with numbers as dense as
/// councils issue them, so that a slip of the pen often leads to somebody else's account.
public final class Borough {
    /// Accounts of each fund in a borough of full size.
    private static final Map<String, Integer> ACCOUNTS =
            Map.of("23", 180_000, "24", 12_000, "5", 25_000, "19", 50_000, "20", 12_000, "25", 6_000);

    /// Of a thousand accounts, how many have been paid from the same bank account before.
    private static final Map<String, Integer> PAID_BEFORE =
            Map.of("23", 850, "24", 800, "5", 850, "19", 60, "20", 120, "25", 700);

    private static final int MOST_IN_A_ROW = 4;

    /// Of a thousand invoices that are kept, how many have been paid already.
    private static final int SETTLED = 700;

    private final CatalogueSnapshot catalogue;
    private final AccountIndex index;
    private final Map<String, List<Holder>> byFund = new HashMap<>();
    private final Map<String, Holder> byAccount = new HashMap<>();
    private final Map<String, List<Before>> byPayer = new HashMap<>();

    /// @param size in thousandths of its full size
    public Borough(long seed, int size) {
        catalogue = CatalogueOnPaper.aldermere();
        var random = new SplittableRandom(seed);
        for (var fund : catalogue.funds()) {
            if (fund.accountMustExist() && fund.format() != null) {
                int many = Math.max(50, ACCOUNTS.getOrDefault(fund.code(), 1_000) * size / 1_000);
                byFund.put(fund.code(), holders(fund, many, random.split()));
            }
        }
        index = AccountIndex.of(holders().map(Borough::account).toList());
        holders().forEach(this::know);
    }

    private static Account account(Holder holder) {
        return new Account(holder.fund(), holder.account(), holder.name(), "", null, false, "", "");
    }

    private void know(Holder holder) {
        byAccount.put(holder.fund() + " " + holder.account(), holder);
        if (holder.times() > 0) {
            byPayer.computeIfAbsent(holder.payer(), _ -> new ArrayList<>())
                    .add(new Before(holder.fund(), holder.account(), holder.times(), false));
        }
    }

    /// Every account, fund by fund.
    Stream<Holder> holders() {
        return catalogue.funds().stream().flatMap(fund -> byFund.getOrDefault(fund.code(), List.of()).stream());
    }

    private static List<Holder> holders(Fund fund, int many, SplittableRandom random) {
        var numbers = numbers(fund, many, random);
        var holders = new ArrayList<Holder>(many);
        var name = People.name(random);
        int inARow = 0;
        for (var number : numbers) {
            // A customer gets several invoices one after the other.
            if (inARow == 0) {
                name = fund.code().equals("24") ? People.business(random) : People.name(random);
                inARow = isIssuedInOrder(fund) ? random.nextInt(MOST_IN_A_ROW) : 0;
            } else {
                inARow--;
            }
            boolean known = random.nextInt(1_000) < PAID_BEFORE.getOrDefault(fund.code(), 500);
            holders.add(new Holder(
                    fund.code(),
                    number,
                    name.full(),
                    name.called(),
                    isIssuedInOrder(fund) && random.nextInt(1_000) < SETTLED
                            ? 0
                            : 1_000 + random.nextInt(2_500) * 100L + random.nextInt(100),
                    "%s-%d".formatted(fund.code(), holders.size()),
                    known ? 1 + random.nextInt(24) : 0));
        }
        return holders;
    }

    /// Invoices and care bills are numbered as they are made; other accounts have been issued over decades.
    private static boolean isIssuedInOrder(Fund fund) {
        return fund.code().equals("19") || fund.code().equals("20");
    }

    private static List<String> numbers(Fund fund, int many, SplittableRandom random) {
        var numbers = new ArrayList<String>(many);
        var seen = new HashSet<String>();
        if (isIssuedInOrder(fund)) {
            long next = 1_000_000;
            while (numbers.size() < many) {
                next += 1 + random.nextInt(5);
                numbers.add((fund.code().equals("19") ? "9" : "M0") + "%09d".formatted(next));
            }
            return numbers;
        }
        var maker = new ReferenceMaker(java.util.Objects.requireNonNull(fund.format()), random);
        while (numbers.size() < many) {
            var made = maker.next().orElseThrow();
            if (seen.add(made)) {
                numbers.add(made);
            }
        }
        return numbers;
    }

    public CatalogueSnapshot catalogue() {
        return catalogue;
    }

    public AccountIndex index() {
        return index;
    }

    Holder anyOf(String fund, SplittableRandom random) {
        var holders = byFund.getOrDefault(fund, List.of());
        return holders.get(random.nextInt(holders.size()));
    }

    /// One on which something is due.
    Holder owing(String fund, SplittableRandom random) {
        var holder = anyOf(fund, random);
        while (holder.due() == 0) {
            holder = anyOf(fund, random);
        }
        return holder;
    }

    /// Where a bank account's money went before.
    List<Before> paidBy(String payer) {
        return byPayer.getOrDefault(payer, List.of());
    }

    /// What the council knows of its account holders and of who paid them.
    public Evidence evidence() {
        return new Evidence() {
            @Override
            public Holder holder(String fund, String account) {
                var known = byAccount.get(fund + " " + account);
                return known == null ? Holder.UNKNOWN : new Holder(known.called(), known.due());
            }

            @Override
            public int timesPaid(String payer, String fund, String account) {
                var known = byAccount.get(fund + " " + account);
                return known != null && known.payer().equals(payer) ? known.times() : 0;
            }

            @Override
            public boolean isPaidFromKnown(String fund, String account) {
                var known = byAccount.get(fund + " " + account);
                return known != null && known.times() > 0;
            }
        };
    }
}
