package localgov.ims.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses of other sites, read so that a browser cannot read them otherwise.
class PlainAddressTest {
    private static final PlainAddress PAID = read("https://forms.example.gov.uk/paid");

    private static PlainAddress read(String address) {
        return PlainAddress.read(address).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "forms.example.gov.uk/paid",
                "//forms.example.gov.uk/paid",
                "///forms.example.gov.uk/paid",
                "https:/forms.example.gov.uk/paid",
                "https:forms.example.gov.uk/paid",
                "https:\\\\forms.example.gov.uk/paid",
                "https://forms.example.gov.uk\\@evil.example/paid",
                "https://evil.example\\forms.example.gov.uk/paid",
                "https://forms.example.gov.uk@evil.example/paid",
                "https://forms.example.gov.uk:443@evil.example/paid",
                "https://you:secret@forms.example.gov.uk/paid",
                "https://@forms.example.gov.uk/paid",
                "https://forms.example.gov.uk/paid#evil",
                "https://forms.example.gov.uk#@evil.example/paid",
                "https://forms.example.gov.uk./paid",
                "https://.forms.example.gov.uk/paid",
                "https://forms..example.gov.uk/paid",
                "https://-forms.example.gov.uk/paid",
                "https://*.example.gov.uk/paid",
                "https://fоrms.example.gov.uk/paid",
                "https://forms.example.gov。uk/paid",
                "https://forms.example.gov.uk／paid",
                "https://forms.example.gov.uk%2f@evil.example/",
                "https://forms.example.gov.uk%00.evil.example/",
                "https://forms.example.gov.uk/paid/../admin",
                "https://forms.example.gov.uk/paid/./x",
                "https://forms.example.gov.uk/paid/%2e%2e/admin",
                "https://forms.example.gov.uk/paid/.%2E/admin",
                "https://forms.example.gov.uk/paid/%252e%252e/admin",
                "https://forms.example.gov.uk/paid%2fx",
                "https://forms.example.gov.uk/paid%5cx",
                "https://forms.example.gov.uk//paid",
                "https://forms.example.gov.uk/paid//x",
                "https://forms.example.gov.uk/paid\\x",
                "https://forms.example.gov.uk/paid x",
                "https://forms.example.gov.uk/paid\r\nSet-Cookie: a=b",
                "https://forms.example.gov.uk/paid?x=%0d%0aSet-Cookie:a=b",
                "https://forms.example.gov.uk/paid%0aX",
                "https://forms.example.gov.uk/paid?x=%zz",
                "https://forms.example.gov.uk/paid\u0000",
                "https://forms.example.gov.uk/paid\u2028",
                " https://forms.example.gov.uk/paid",
                "https://forms.example.gov.uk/paid\t",
                "https://forms.example.gov.uk:0/paid",
                "https://forms.example.gov.uk:65536/paid",
                "https://forms.example.gov.uk:/paid",
                "https://forms.example.gov.uk:443:443/paid",
                "https://2130706433/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://192.168.1.10/paid",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "http://forms.example.gov.uk/paid",
                "http://localhost.evil.example/",
                "ftp://forms.example.gov.uk/paid",
                "javascript:alert(1)",
                "javascript://forms.example.gov.uk/%0aalert(1)",
                "data:text/html,hello",
                "view-source:https://forms.example.gov.uk/paid"
            })
    void whatCouldBeReadInAnotherWayIsNoAddress(String address) {
        assertThat(PlainAddress.read(address)).isEmpty();
    }

    @Test
    void whatIsLongerThanAnyAddressIsNone() {
        var address = "https://forms.example.gov.uk/";
        assertThat(PlainAddress.read(address + "x".repeat(2_000 - address.length())))
                .isPresent();
        assertThat(PlainAddress.read(address + "x".repeat(2_001 - address.length())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://forms.example.gov.uk/paid, true",
        "https://forms.example.gov.uk/paid/, true",
        "https://forms.example.gov.uk/paid/7/done, true",
        "https://forms.example.gov.uk/paid?case=7&x=a%20b, true",
        "HTTPS://Forms.Example.GOV.uk:443/paid, true",
        "https://forms.example.gov.uk/paid/@evil.example, true",
        "https://forms.example.gov.uk/paidback, false",
        "https://forms.example.gov.uk/Paid, false",
        "https://forms.example.gov.uk/, false",
        "https://forms.example.gov.uk, false",
        "https://forms.example.gov.uk:8443/paid, false",
        "https://example.gov.uk/paid, false",
        "https://a.forms.example.gov.uk/paid, false",
        "https://forms.example.gov.uk.evil.example/paid, false",
        "https://evilforms.example.gov.uk/paid, false",
        "https://xn--frms-55d.example.gov.uk/paid, false",
    })
    void onlyTheAddressItselfAndWhatLiesBelowItIsCovered(String address, boolean covered) {
        assertThat(PAID.covers(read(address))).isEqualTo(covered);
    }

    @Test
    void aWholeSiteIsCoveredByItsFirstPage() {
        assertThat(read("https://forms.example.gov.uk").covers(PAID)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Forms.Example.GOV.uk:443/Paid?A=b, https://forms.example.gov.uk/Paid?A=b",
        "https://forms.example.gov.uk, https://forms.example.gov.uk/",
        "https://forms.example.gov.uk:08443/x, https://forms.example.gov.uk:8443/x",
        "http://LOCALHOST:8080/x, http://localhost:8080/x",
    })
    void anAddressHasOneForm(String given, String plain) {
        assertThat(read(given)).hasToString(plain);
    }

    @Test
    void thisMachineIsKnownByAllItsNames() {
        assertThat(read("http://localhost:8080/x").isThisMachine()).isTrue();
        assertThat(read("http://127.0.0.1/x").isThisMachine()).isTrue();
        assertThat(read("https://[::1]:1/x").isThisMachine()).isTrue();
        assertThat(PAID.isThisMachine()).isFalse();
    }

    @Test
    void aParameterIsAddedBehindThoseThatAreThere() {
        assertThat(PAID.with("payment", "Q7FK")).hasToString("https://forms.example.gov.uk/paid?payment=Q7FK");
        var more = read("https://forms.example.gov.uk/paid?case=7");
        assertThat(more.with("payment", "Q7FK")).hasToString("https://forms.example.gov.uk/paid?case=7&payment=Q7FK");
        assertThat(more.has("case")).isTrue();
        assertThat(more.has("as")).isFalse();
        assertThat(more.with("payment", "Q7FK").has("payment")).isTrue();
    }

    @Test
    void itsPartsCanBeAskedFor() {
        assertThat(PAID.host() + " " + PAID.port()).isEqualTo("forms.example.gov.uk 443");
        var here = read("http://[::1]:8080/x");
        assertThat(here.host() + " " + here.port() + " " + here.isEncrypted()).isEqualTo("[::1] 8080 false");
        assertThat(read("http://localhost").port()).isEqualTo(80);
    }
}
