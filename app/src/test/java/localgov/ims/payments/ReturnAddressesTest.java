package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Payers are sent only where the council says they may be sent.
@WithCouncil
class ReturnAddressesTest {
    private static final String HERS = "https://forms.example.gov.uk/paid";

    @Autowired
    Payments payments;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    DemoAccounts holders;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            catalogue.load();
            return holders.load(5);
        });
        written("forms", HERS, "forms");
        written("all", "https://www.example.gov.uk/thanks", "");
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void written(String code, String address, String key) {
        within(() -> settings.add(
                PaymentsData.RETURN_ADDRESSES,
                Map.of("code", code, "address", address, "api_key", key, "note", ""),
                "system"));
    }

    private Created made(@Nullable String address, String who) {
        return within(() ->
                payments.create(new Basket(List.of(Workshop.FINE), null, null, address), Asking.anew(who, "api")));
    }

    private String answer(String address, String who) {
        return made(address, who) instanceof Created.Refused(var problems)
                ? problems.getFirst().field() + " " + problems.getFirst().code()
                : "made";
    }

    @ParameterizedTest
    @CsvSource({
        "https://forms.example.gov.uk/paid/7?case=1, api:forms, made",
        "https://forms.example.gov.uk/paid, api:other, return_url not-allowed",
        "https://forms.example.gov.uk/paid, forms, return_url not-allowed",
        "https://www.example.gov.uk/thanks, api:other, made",
        "https://www.example.gov.uk/, api:other, return_url not-allowed",
        "https://evil.example/paid, api:forms, return_url not-allowed",
        "https://forms.example.gov.uk@evil.example/paid, api:forms, return_url unsafe",
        "https://forms.example.gov.uk/paid?payment=1, api:forms, return_url reserved",
    })
    void aPaymentReturnsOnlyToAnAddressOnTheListForItsKey(String address, String who, String answer) {
        assertThat(answer(address, who)).isEqualTo(answer);
    }

    @Test
    void thePayerTakesTheReferenceAlongAndNothingElse() {
        var payment = ((Created.New) made(HERS + "?case=7", "api:forms")).payment();
        assertThat(within(() -> payments.wayBack(payment)).orElseThrow())
                .hasToString(HERS + "?case=7&payment=" + payment.reference());
    }

    @Test
    void whatIsTakenOffTheListIsGoneToByNobody() {
        written("soon-gone", "https://old.example.gov.uk/", "");
        var payment = ((Created.New) made("https://old.example.gov.uk/back", "api:forms")).payment();
        assertThat(within(() -> payments.wayBack(payment))).isPresent();
        within(() -> settings.retire(
                PaymentsData.RETURN_ADDRESSES,
                "soon-gone",
                settings.get(PaymentsData.RETURN_ADDRESSES, "soon-gone")
                        .orElseThrow()
                        .version(),
                "system"));
        assertThat(within(() -> payments.wayBack(payment))).isEmpty();
    }

    @Test
    void whoCameFromNoOtherSiteGoesToNone() {
        var payment = ((Created.New) made(null, "api:forms")).payment();
        assertThat(within(() -> payments.wayBack(payment))).isEmpty();
    }

    @Test
    void onlyInADemonstrationDoPayersGoToThisMachine() {
        written("here", "http://localhost:8080/shop", "");
        assertThat(answer("http://localhost:8080/shop/1", "api:forms")).isEqualTo("made");
        var real =
                new ReturnAddresses(settings, new ImsSettings(Path.of("."), "", "", "", false), InstantSource.system());
        assertThat(within(() -> real.problem("http://localhost:8080/shop/1", "api:forms"))
                        .map(Created.Problem::code))
                .contains("unsafe");
        var objection = new PaymentsData().toReturningToThisMachine(new ImsSettings(Path.of("."), "", "", "", false));
        assertThat(objection.to("return-addresses", Map.of("address", "http://localhost:8080/shop")))
                .isPresent();
        assertThat(objection.to("return-addresses", Map.of("address", HERS))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forms.example.gov.uk/paid?case=",
                "https://*.example.gov.uk/",
                "https://you@forms.example.gov.uk/",
                "http://forms.example.gov.uk/",
                "https://forms.example.gov.uk/a/../b",
                "https://forms.example.gov.uk/#x"
            })
    void onlyPlainAddressesAreWrittenDown(String address) {
        assertThat(problems(address)).containsExactly("unsafe");
    }

    @Test
    void anAddressIsWrittenInItsOneForm() {
        assertThat(problems("https://Other.example.gov.uk:443/paid")).containsExactly("not-plain");
        assertThat(problems("https://other.example.gov.uk")).isEmpty();
    }

    private List<String> problems(String address) {
        return within(() -> settings.add(
                                PaymentsData.RETURN_ADDRESSES,
                                Map.of("code", "try-" + Math.abs(address.hashCode()), "address", address),
                                "system"))
                        instanceof Saved.Refused(var problems)
                ? problems.stream().map(Problem::code).toList()
                : List.of();
    }
}
