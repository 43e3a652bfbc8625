package localgov.ims.demo;

import java.net.URI;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.Councils;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.sandbox.Sandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Makes the demonstration council on the first start and completes it on every other; the system is ready when
/// it is done.
@Component
@ConditionalOnProperty(
        name = {"ims.demo", "ims.seed"},
        havingValue = "true")
class DemoCouncil implements ApplicationRunner {
    static final CouncilId ID = new CouncilId("demo");
    private static final String NAME = "Aldermere Council";
    private static final int HOLDERS_IN_EACH_FUND = 600;
    private static final Logger LOG = LoggerFactory.getLogger(DemoCouncil.class);

    private final Councils councils;
    private final DemoCatalogue catalogue;
    private final DemoAccounts accounts;
    private final DemoPeople people;
    private final Sandbox sandbox;
    private final DemoSystems systems;
    private final DemoHistory history;
    private final DemoCards cards;
    private final int port;

    DemoCouncil(
            Councils councils,
            DemoCatalogue catalogue,
            DemoAccounts accounts,
            DemoPeople people,
            Sandbox sandbox,
            DemoSystems systems,
            DemoHistory history,
            DemoCards cards,
            @Value("${server.port}") int port) {
        this.councils = councils;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.people = people;
        this.sandbox = sandbox;
        this.systems = systems;
        this.history = history;
        this.cards = cards;
        this.port = port;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        councils.open(ID, NAME, true);
        CurrentCouncil.within(ID, () -> {
            catalogue.load();
            people.load();
            accounts.load(HOLDERS_IN_EACH_FUND);
            sandbox.connect("card", "Card payments (simulated GOV.UK Pay)", URI.create("http://localhost:" + port));
            sandbox.connectSmartPay(
                    "smartpay", "Card payments (simulated SmartPay Fuse)", URI.create("http://localhost:" + port));
            systems.connect("http://localhost:" + port);
            if (history.play(HOLDERS_IN_EACH_FUND)) {
                cards.play(HOLDERS_IN_EACH_FUND, URI.create("http://localhost:" + port));
            }
        });
        LOG.info(
                "{} is open: http://localhost:{} and http://localhost:{}/office (demonstration, this machine only)",
                NAME,
                port,
                port);
    }
}
