package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Received;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.BankFile;
import localgov.ims.receipts.Receipts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Somebody for each permission who has all the others, and somebody who has it alone, walk through the office: no page
/// offers them a link or a button that would not open. So a check of what to offer, inside a page, cannot be forgotten
/// or taken away.
@WithCouncil
class NobodyIsOfferedWhatTheyMayNotTest {
    private static final String TAX = "774952620";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    DemoPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Receipts receipts;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient db;

    /// What arrives is the same each time and so arrives once.
    @BeforeEach
    void thereIsSomethingToSee() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            people.load();
            holder();
            accept("1", Arrival.Line.of("23", TAX, Money.pence(12_345), null));
            handIn(BankFile.ofDay()
                    .ofAccount("56005512345678")
                    .credit(4_321, "WHO KNOWS", "")
                    .bytes());
            handIn("no bank file".getBytes(StandardCharsets.UTF_8));
            accept("2", Arrival.Line.unplaced(Money.pence(7_700), "Nothing was recognised.", "WHO KNOWS"));
        });
    }

    private void holder() {
        var file = "fund,number,name\n23,%s,Cy Pays\n".formatted(TAX);
        try (var in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))) {
            accounts.load(in, "text/csv", "ann");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handIn(byte[] file) {
        try (var in = new ByteArrayInputStream(file)) {
            if (imports.receive(in, "offered.txt", null, "ann") instanceof Received.New(var id)) {
                imports.run(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(String number, Arrival.Line line) {
        receipts.accept(new Arrival(
                new Source("cash-return", "offered-" + number),
                AccountName.bank("main"),
                java.time.LocalDate.of(2026, 11, 19),
                "cash",
                "TH",
                "counter",
                "C PAYS",
                List.of(line)));
    }

    private record Walker(String name, Set<Permission> permissions) {}

    @TestFactory
    Stream<DynamicTest> noPageOffersWhatWouldNotOpen() {
        return Stream.of(Permission.values())
                .flatMap(one -> Stream.of(
                        new Walker("all but " + one, Set.of(Somebody.allBut(one))),
                        new Walker("nothing but " + one, Set.of(one))))
                .map(walker -> DynamicTest.dynamicTest(walker.name(), () -> new Walk(walker).go()));
    }

    @Test
    void whoeverMayDoEverythingComesByMostPages() {
        var walk = new Walk(new Walker("everything", Set.of(Permission.values())));
        walk.go();
        assertThat(walk.seen).hasSizeGreaterThan(60);
    }

    /// Follows every link that leads to a page of another kind.
    private final class Walk {
        private final Walker walker;
        private final Set<String> seen = new HashSet<>();
        private final ArrayDeque<String> ahead = new ArrayDeque<>();

        Walk(Walker walker) {
            this.walker = walker;
        }

        void go() {
            beginnings().filter(address -> opens("GET", address)).forEach(ahead::add);
            while (!ahead.isEmpty()) {
                var address = ahead.poll();
                if (handler("GET", address)
                        .map(kind -> seen.add(kindOf(kind, address)))
                        .orElse(false)) {
                    look(address);
                }
            }
            assertThat(seen).isNotEmpty();
        }

        private void look(String address) {
            var reply = mvc.get()
                    .uri(URI.create(address))
                    .with(Somebody.who(Limits.NONE, walker.permissions().toArray(Permission[]::new)))
                    .exchange();
            assertThat(reply.getResponse().getStatus())
                    .as("%s asks for %s, which was offered", walker.name(), address)
                    .isIn(200, 302, 303);
            if (String.valueOf(reply.getResponse().getContentType()).startsWith("text/html")) {
                offers(address, page(reply.getResponse()));
            }
        }

        private void offers(String from, Document page) {
            for (var link : page.select("a[href^=/office]")) {
                may("GET", link.attr("href"), from, link);
                ahead.add(link.attr("href"));
            }
            for (var form : page.select("form[action^=/office]:not([action=/office/sign-out])")) {
                may(form.attr("method").equalsIgnoreCase("post") ? "POST" : "GET", form.attr("action"), from, form);
            }
            for (var button : page.select("button[formaction^=/office]")) {
                may("POST", button.attr("formaction"), from, button);
            }
        }

        private void may(String method, String address, String from, Element offer) {
            if (!opens(method, address)) {
                fail("%s is offered %s %s on %s: %s".formatted(walker.name(), method, address, from, offer.text()));
            }
        }

        private boolean opens(String method, String address) {
            return handler(method, address)
                    .map(handler -> PermissionGate.needs(handler).isEmpty()
                            ? PermissionGate.isDeclared(handler)
                            : PermissionGate.needs(handler).stream().anyMatch(walker.permissions()::contains))
                    .orElse(false);
        }
    }

    private static Document page(org.springframework.mock.web.MockHttpServletResponse response) {
        try {
            return Jsoup.parse(response.getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /// Pages that look the same for each of many things are looked at once; types of settings differ.
    private static String kindOf(HandlerMethod handler, String address) {
        var path = address.replaceAll("\\?.*", "");
        var type = path.matches("/office/settings/[^/]+") ? path : "";
        return handler.getMethod() + type;
    }

    private Optional<HandlerMethod> handler(String method, String address) {
        var request = new MockHttpServletRequest(method, URI.create(address).getPath());
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return Optional.ofNullable(handlers.getHandler(request))
                    .map(chain -> chain.getHandler())
                    .filter(HandlerMethod.class::isInstance)
                    .map(HandlerMethod.class::cast);
        } catch (Exception otherMethodAlone) {
            return Optional.empty();
        }
    }

    /// Where links lead nobody: what is found by typing, and what differs from one thing to the next.
    private Stream<String> beginnings() {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var all = new ArrayList<>(List.of("/office", "/office/me", "/office/approvals/stand-ins"));
            add(all, "/office/accounts/", "select id::text from accounts_account");
            add(all, "/office/suspense/", "select id::text from suspense_items where source_kind = 'import'");
            add(
                    all,
                    "/office/receipts/",
                    "select journal || '-' || line from suspense_items where source_kind = 'import'");
            imports.list(null, 10).stream()
                    .filter(file -> file.state().mayBeReadAgain())
                    .forEach(file -> all.add("/office/imports/" + file.id()));
            add(all, "/office/people/", "select id::text from people_person where email = 'cashier@demo.example'");
            add(all, "/office/people/roles/", "select code from people_role where not built_in");
            return all.stream();
        });
    }

    private void add(List<String> all, String path, String ids) {
        db.sql(ids + " limit 1").query(String.class).optional().ifPresent(id -> all.add(path + id));
    }
}
