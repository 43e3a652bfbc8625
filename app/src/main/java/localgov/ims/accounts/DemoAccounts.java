package localgov.ims.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceMaker;
import localgov.ims.kernel.Money;
import org.springframework.stereotype.Component;

/// Invented account holders of the made-up council Aldermere. The same number and seed always make the same
/// people, with references whose check digits hold.
@Component
public class DemoAccounts {
    /// Whose service system says a code of a message instead of stopping an account.
    private static final Map<String, String> STOPPED_BY = Map.of("23", "EA", "5", "CRT");

    private static final long SEED = 20_261_121;
    private static final List<String> FIRST = List.of(
            "Ann",
            "Ben",
            "Carys",
            "Dafydd",
            "Efa",
            "Farid",
            "Grace",
            "Hywel",
            "Imani",
            "Jakub",
            "Kezia",
            "Lowri",
            "Mohammed",
            "Nia",
            "Oluwaseun",
            "Priya",
            "Rhys",
            "Siân",
            "Tomasz",
            "Uma",
            "Wing",
            "Zoë");
    private static final List<String> LAST = List.of(
            "Abara",
            "Bevan",
            "Carter",
            "Davies",
            "Evans",
            "Fisher",
            "Griffiths",
            "Hughes",
            "Iqbal",
            "Jones",
            "Kowalski",
            "Lloyd",
            "Morgan",
            "Nowak",
            "O’Neill",
            "Patel",
            "Quinn",
            "Roberts",
            "Singh",
            "Thomas",
            "Walker",
            "Young");
    private static final List<String> STREETS = List.of(
            "Alder Way",
            "Bridge Street",
            "Canal Row",
            "Dyers Lane",
            "Elm Close",
            "Foundry Road",
            "Glebe Avenue",
            "High Street",
            "Ivy Terrace",
            "Jubilee Gardens",
            "Kiln Lane",
            "Lime Grove",
            "Mere View",
            "North Parade",
            "Orchard Rise");

    private final Catalogue catalogue;
    private final Accounts accounts;

    DemoAccounts(Catalogue catalogue, Accounts accounts) {
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    /// Brings in the known holders and `perFund` others for each fund whose accounts must exist. Doing it
    /// again changes nothing.
    public Loaded load(int perFund) {
        var further = DemoAnswers.columns(accounts.added());
        try (var rows = new AccountCsv(holders(catalogue.now(), perFund, SEED).iterator(), further, DemoAnswers::of)) {
            return accounts.load(rows, "text/csv", "system");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The people that `load(perFund)` brings in, fund by fund.
    public Stream<Account> all(int perFund) {
        return holders(catalogue.now(), perFund, SEED);
    }

    /// The same people as a stream, fund by fund in priority order.
    public static Stream<Account> holders(CatalogueSnapshot catalogue, int perFund, long seed) {
        return catalogue.funds().stream()
                .filter(Fund::accountMustExist)
                .flatMap(fund -> holders(fund, perFund, seed + fund.code().hashCode()));
    }

    /// People whose numbers documents and walk-throughs may name.
    static List<Account> known() {
        return List.of(
                person("23", "774952620", "Cy Pays", 120_00),
                person("24", "561234564", "Alderbrook Bakery", 2_450_00),
                person("5", "61100513680", "Cy Pays", 98_40),
                person("19", "9000012345", "Mere View Football Club", 360_00),
                person("20", "M1234567890", "Cy Pays", 75_00),
                person("25", "71234567", "Cy Pays", 412_16));
    }

    private static Account person(String fund, String number, String name, long pence) {
        return new Account(fund, number, name, "1 Mere View\nAldermere\nAM1 1AA", Money.pence(pence), false, "", "");
    }

    private static Stream<Account> holders(Fund fund, int perFund, long seed) {
        if (fund.format() == null) {
            return Stream.empty();
        }
        var random = new SplittableRandom(seed);
        var references = new ReferenceMaker(fund.format(), random);
        var known = known().stream()
                .filter(account -> account.fund().equals(fund.code()))
                .toList();
        var seen = new HashSet<String>();
        known.forEach(account -> seen.add(account.number()));
        var others = Stream.generate(references::next)
                .takeWhile(java.util.Optional::isPresent)
                .map(java.util.Optional::get)
                .filter(seen::add)
                .limit(perFund)
                .map(number -> holder(fund.code(), number, random));
        return Stream.concat(known.stream(), others);
    }

    private static Account holder(String fund, String number, SplittableRandom random) {
        var name = one(FIRST, random) + " " + one(LAST, random);
        var address = "%d %s\nAldermere\nAM%d %d%c%c"
                .formatted(
                        1 + random.nextInt(180),
                        one(STREETS, random),
                        1 + random.nextInt(20),
                        random.nextInt(10),
                        'A' + random.nextInt(26),
                        'A' + random.nextInt(26));
        var balance = random.nextInt(10) == 0 ? null : Money.pence(random.nextLong(-5_000, 250_000));
        boolean toAsk = random.nextInt(500) == 0;
        var code = toAsk ? STOPPED_BY.getOrDefault(fund, "") : fund.equals("5") && number.endsWith("20") ? "PLAN" : "";
        boolean stopped = toAsk && code.isEmpty();
        return new Account(
                fund,
                number,
                name,
                address,
                balance,
                stopped,
                stopped ? "Call us on 01632 960 001 before you pay this account" : "",
                code);
    }

    private static String one(List<String> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }
}
