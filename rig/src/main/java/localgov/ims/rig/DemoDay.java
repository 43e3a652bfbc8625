package localgov.ims.rig;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One day of a council, told in plain sentences while it happens.
final class DemoDay {
    private static final String COUNCIL_TAX = "{\"fund\":\"23\",\"account\":\"774952620\",\"amount\":%d}";
    private static final String FINE = "{\"fund\":\"11\",\"account\":\"BJ99518409\",\"amount\":3500}";
    private static final String RENT = "{\"fund\":\"5\",\"account\":\"61100513680\",\"amount\":%d}";

    private final Api api;
    private final URI address;
    private final LocalDate day;
    private final DemoFiles files;
    private final PrintStream out;

    DemoDay(Api api, URI address, Instant now, SplittableRandom random, PrintStream out) {
        this.api = api;
        this.address = address;
        this.day = LocalDate.ofInstant(now, ZoneId.of("Europe/London"));
        this.files = new DemoFiles(day, usualReferences(api), random);
        this.out = out;
    }

    /// The system answered something else than it promises.
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unexpected(String message) {
            super(message);
        }
    }

    /// True when the laws of the book hold in the end.
    boolean play() {
        out.printf(
                "%s at %s%n",
                DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK).format(day), address);
        heading("Payments by card");
        pay("success", FINE, COUNCIL_TAX.formatted(120_00));
        pay("success", RENT.formatted(98_40));
        pay("declined", COUNCIL_TAX.formatted(75_00));
        pay("cancelled_by_user", FINE);
        var imports = Stream.of(
                        file("The bank's Standard 18 file", "demo-%s.txt".formatted(day), files.standard18()),
                        file("A camt.053 statement", "demo-%s.xml".formatted(day), files.camt053()))
                .toList();
        heading("Suspense");
        imports.forEach(this::clear);
        heading("Balances");
        balances();
        heading("The laws of the book");
        return lawsHold();
    }

    private static List<String> usualReferences(Api api) {
        return Stream.of("23", "5")
                .flatMap(fund -> expect(api.get("/api/v1/receipts?limit=40&fund=" + fund), 200)
                        .get("receipts")
                        .valueStream())
                .map(receipt -> receipt.path("account").asString(""))
                .filter(account -> !account.isEmpty())
                .distinct()
                .toList();
    }

    private void pay(String outcome, String... lines) {
        var created = expect(
                api.post("/api/v1/payments", "{\"payer\":\"Cy Pays\",\"lines\":[" + String.join(",", lines) + "]}"),
                201);
        var path = "/api/v1/payments/" + created.get("reference").asString();
        Browserless.get(URI.create(created.get("next_url").asString()));
        var provider =
                expect(api.get(path), 200).get("provider").path("reference").asString("");
        expect(
                api.post("/sandbox/govuk-pay/payments/" + provider + "/outcome", "{\"outcome\":\"" + outcome + "\"}"),
                200);
        Browserless.get(address.resolve("/payments/" + created.get("reference").asString() + "/return"));
        var ended = expect(api.get(path), 200);
        var bills = ended.get("lines")
                .valueStream()
                .map(line -> "%s for %s %s"
                        .formatted(
                                pounds(line.get("amount")),
                                fund(line.get("fund").asString()),
                                line.get("account").asString()))
                .collect(Collectors.joining(" and "));
        out.printf(
                "  %s: %s. %s %s%n",
                ended.get("reference").asString(),
                bills,
                decided(outcome),
                booked(ended.get("state").asString()));
    }

    private static String decided(String outcome) {
        return switch (outcome) {
            case "success" -> "The card was accepted,";
            case "declined" -> "The bank declined the card,";
            default -> "The payer cancelled,";
        };
    }

    private static String booked(String state) {
        return state.equals("paid") ? "and it is in the book." : "so no money moved: " + state + ".";
    }

    private String fund(String code) {
        return expect(api.get("/api/v1/funds"), 200)
                .get("funds")
                .valueStream()
                .filter(fund -> fund.get("code").asString().equals(code))
                .map(fund -> fund.get("name").asString().toLowerCase(Locale.UK))
                .findFirst()
                .orElse(code);
    }

    /// The number of the import, after it has been read and its outcome told.
    private String file(String what, String name, byte[] bytes) {
        heading(what);
        var id = expect(api.upload(name, bytes), 202).get("id").asString();
        var read = api.settled(id);
        var state = read.get("state").asString();
        if (!state.equals("posted")) {
            throw new Unexpected("the file was %s: %s".formatted(state, read.get("problems")));
        }
        var outcome = read.get("outcome");
        out.printf(
                "  %d lines, %s: %s placed, %s in suspense.%n",
                read.get("lines").asLong(),
                pounds(read.get("credits").get("pence")),
                counted(outcome.get("posted")),
                counted(outcome.get("suspense")));
        if (api.upload(name, bytes).json().path("seen_before").asBoolean()) {
            out.println("  Handed in a second time it changed nothing.");
        }
        lines(id, "posted").stream()
                .filter(line -> !line.get("payer").asString().equals("STANDING ORDER"))
                .forEach(this::tell);
        lines(id, "suspense").forEach(this::tell);
        return id;
    }

    private List<JsonNode> lines(String id, String outcome) {
        return expect(api.get("/api/v1/imports/%s/lines?limit=100&outcome=%s".formatted(id, outcome)), 200)
                .get("lines")
                .valueStream()
                .toList();
    }

    private void tell(JsonNode line) {
        var place = line.path("fund").asString("").isEmpty()
                ? "suspense"
                : fund(line.get("fund").asString()) + " " + line.get("account").asString();
        var said = "%s %s"
                .formatted(line.get("reference").asString(), line.get("text").asString())
                .replaceAll("\\s+", " ")
                .strip();
        out.printf(
                "  %s from %s, who wrote “%s” → %s%n",
                pounds(line.get("amount")), line.get("payer").asString(), said, place);
        line.get("reasons").valueStream().forEach(reason -> out.println("      " + reason.asString()));
    }

    /// Places what the file left in suspense: as suggested, or as somebody who knows the payers would.
    private void clear(String id) {
        var open = new ArrayList<JsonNode>();
        for (var next = "/api/v1/suspense?limit=100"; !next.isEmpty(); ) {
            var page = expect(api.get(next), 200);
            page.get("items")
                    .valueStream()
                    .filter(item -> item.get("source").get("id").asString().equals(id))
                    .forEach(open::add);
            next = page.path("next").asString("");
        }
        if (open.isEmpty()) {
            throw new Unexpected("the suspense of the file " + id + " was not found");
        }
        for (var item : open) {
            long left = item.get("remaining").asLong();
            var suggested = item.get("suggestions");
            if (left == 218_40) {
                allocate(
                        item,
                        "the payer named two accounts, and both are due",
                        COUNCIL_TAX.formatted(120_00),
                        RENT.formatted(98_40));
            } else if (suggested.isEmpty()) {
                allocate(item, "somebody knew the payer", RENT.formatted(left));
            } else {
                var first = suggested.get(0);
                allocate(
                        item,
                        first.get("reasons").get(0).asString(),
                        "{\"fund\":\"%s\",\"account\":\"%s\",\"amount\":%d}"
                                .formatted(
                                        first.get("fund").asString(),
                                        first.get("account").asString(),
                                        left));
            }
        }
    }

    private void allocate(JsonNode item, String because, String... lines) {
        var placed = expect(
                api.post(
                        "/api/v1/suspense/" + item.get("id").asString() + "/allocations",
                        "{\"lines\":[" + String.join(",", lines) + "]}"),
                201);
        var places = placed.get("lines")
                .valueStream()
                .map(line -> "%s to %s %s"
                        .formatted(
                                pounds(line.get("amount")),
                                fund(line.get("fund").asString()),
                                line.get("account").asString()))
                .collect(Collectors.joining(" and "));
        out.printf(
                "  “%s” from %s: %s (%s).%n",
                item.path("narrative").asString("").replaceAll("\\s+", " ").strip(),
                item.path("payer").asString("somebody"),
                places,
                because);
    }

    private void balances() {
        var all = expect(api.get("/api/v1/balances"), 200);
        all.get("accounts")
                .forEach(each ->
                        out.printf("  %-24s %18s%n", each.get("account").asString(), pounds(each.get("balance"))));
        out.printf("  %-24s %18s%n", "Together", pounds(all.get("total")));
    }

    private boolean lawsHold() {
        var laws = expect(api.get("/api/v1/laws"), 200);
        laws.get("laws")
                .forEach(law -> out.printf(
                        "  %s %s%n",
                        law.get("violations").asLong() == 0
                                ? "✔"
                                : "✘ %d times broken:"
                                        .formatted(law.get("violations").asLong()),
                        law.get("sentence").asString()));
        boolean hold = laws.get("hold").asBoolean()
                && expect(api.get("/api/v1/balances"), 200).get("total").asLong() == 0;
        out.println(hold ? "All laws hold." : "The book is not in order.");
        return hold;
    }

    private static JsonNode expect(Api.Reply reply, int status) {
        if (reply.status() != status) {
            throw new Unexpected("instead of %d came %d: %s".formatted(status, reply.status(), reply.text()));
        }
        return reply.json();
    }

    private static String counted(JsonNode tally) {
        return "%d (%s)".formatted(tally.get("count").asLong(), pounds(tally.get("pence")));
    }

    private static String pounds(JsonNode pence) {
        long amount = pence.asLong();
        return "%s£%,d.%02d".formatted(amount < 0 ? "−" : "", Math.abs(amount) / 100, Math.abs(amount) % 100);
    }

    private void heading(String words) {
        out.printf("%n%s%n", words);
    }
}
