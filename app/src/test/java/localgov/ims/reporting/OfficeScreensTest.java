package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Objects;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;

/// Receipts and the morning, as the office sees them.
class OfficeScreensTest extends OfficeJourney {
    @Test
    void aReceiptTellsHowItArrivedWhyItWasRecognisedAndWhatWasPosted() {
        var found = page("/office/receipts?q=771234561");
        assertThat(found.select(".ims-understood").text()).startsWith("Looking for the account 771234561.");
        var receipt = page(found.select("tbody a").attr("href"));
        assertThat(receipt.select("h1").text()).isEqualTo("£120.00 received");
        assertThat(receipt.select(".ims-timeline h3").eachText())
                .containsExactly("Arrived", "Recognised, because", "Posted");
        assertThat(receipt.select(".ims-verbatim").text()).contains("C PAYS", "771234561");
        assertThat(receipt.select(".ims-timeline").text())
                .contains("£120.00 out of the bank account main, into Council tax.", NAME);
        var evidence = receipt.select(".ims-timeline a").attr("href");
        assertThat(get(page(evidence).select("[aria-labelledby=why] a").attr("href"), SignedInAs.finance()))
                .hasStatus(303)
                .hasHeader("Location", found.select("tbody a").attr("href"));
    }

    @Test
    void receiptsOfAGroupOfFundsAreFoundAndTheGroupStaysChosen() {
        var taxes = page("/office/receipts?group=revenues");
        assertThat(taxes.select("tbody tr")).isNotEmpty();
        assertThat(taxes.select("#group option[selected]").text()).isEqualTo("Council tax and business rates");
        assertThat(taxes.select("details").hasAttr("open")).isTrue();
        assertThat(page("/office/receipts?group=parking").select("tbody tr")).isEmpty();
        assertThat(page("/office/receipts?group=no-such-group").select("tbody tr"))
                .isEmpty();
        assertThat(mvc.post()
                        .uri("/office/receipts")
                        .param("group", "revenues")
                        .with(SignedInAs.finance())
                        .with(csrf()))
                .hasHeader("Location", "/office/receipts?group=revenues");
    }

    @Test
    void aReceiptSaysWhoReceivedTheMoneyAndTheirVatNumber() {
        var found = page("/office/receipts?q=771234561");
        var from = page(found.select("tbody a").attr("href")).select("main .ims-receipt");
        assertThat(from.text()).contains("Aldermere", "VAT", "GB");
        assertThat(from.select(".ims-reach__address")).hasSize(1);
    }

    @Test
    void whoIsLookedForIsInNoAddress() {
        var session = new MockHttpSession();
        var looked = mvc.post()
                .uri("/office/receipts")
                .param("q", "pays")
                .param("account", "")
                .param("fund", "23")
                .session(session)
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        assertThat(looked).hasStatus(303);
        var results = Objects.requireNonNull(looked.getResponse().getHeader("Location"));
        assertThat(results).matches("/office/receipts\\?search=[0-9a-f]{16}&fund=23");
        var page = read(mvc.get()
                .uri(results)
                .session(session)
                .with(SignedInAs.finance())
                .exchange());
        assertThat(page.select(".ims-understood").text()).contains("pays");
        assertThat(page.select("#q").attr("value")).isEqualTo("pays");
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(page.select("a[href*=pays], form[method=get] [name=q]")).isEmpty();

        assertThat(read(mvc.get().uri(results).with(SignedInAs.finance()).exchange())
                        .select("#q")
                        .attr("value"))
                .as("somebody else's session")
                .isEmpty();
        assertThat(page("/office").select("form[role=search]").attr("method")).isEqualTo("post");
    }

    @Test
    void aReceiptInSuspenseSaysWhatRemainsAndLeadsThere() {
        var found = page("/office/receipts?q=35.50");
        assertThat(found.select("tbody tr").text()).contains("Not placed yet", "In suspense");
        var receipt = page(found.select("tbody a").attr("href"));
        assertThat(receipt.select("main").text()).contains("£35.50 is still to be placed");
        assertThat(receipt.select("a[href^=/office/suspense/]")).isNotEmpty();
        assertThat(receipt.select(".ims-timeline__ahead")).hasSize(1);
    }

    @Test
    void aFieldThatCannotBeUnderstoodIsShownAgainWithWhatToDo() {
        var refused = get("/office/receipts?q=x&from=30/02/2026&least=abc", SignedInAs.finance());
        assertThat(refused).hasStatus(422);
        var page = wellMade("bad fields", read(refused));
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#least", "#from");
        assertThat(page.select("#from").attr("value")).isEqualTo("30/02/2026");
        assertThat(page.select("details").hasAttr("open")).isTrue();
    }

    @Test
    void todayShowsWhatCameInAndWhatWaitsAndClaimsNothingUnproved() {
        var today = page("/office");
        assertThat(today.select(".ims-fact").first().text()).isEqualTo("Came in yesterday £155.50 2 receipts");
        assertThat(today.select(".ims-fact").last().text()).contains("In suspense £35.50", "One item");
        assertThat(today.select("main").text()).contains("One item of suspense to place", "50.0 % placed");
        assertThat(today.select("svg title").text()).isNotBlank();

        assertThat(today.select("main .govuk-tag").first().text()).isEqualTo("Not checked yet");
        var checked = mvc.post()
                .uri("/office/laws")
                .with(SignedInAs.auditor())
                .with(csrf())
                .exchange();
        assertThat(checked).hasStatus(303);
        assertThat(page("/office").select("main .govuk-tag").first().text()).isEqualTo("Laws hold");
        assertThat(page("/office/laws").select("tbody tr").size()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            path                 | cashier | service | auditor | admin
            /office              | 200     | 200     | 200     | 200
            /office/receipts     | 200     | 200     | 200     | 200
            /office/imports      | 403     | 403     | 200     | 200
            /office/laws         | 403     | 403     | 200     | 200
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whoMaySeeWhat(String path, int cashier, int service, int auditor, int admin) {
        assertThat(get(path, SignedInAs.cashier())).hasStatus(cashier);
        assertThat(get(path, SignedInAs.service())).hasStatus(service);
        assertThat(get(path, SignedInAs.auditor())).hasStatus(auditor);
        assertThat(get(path, SignedInAs.admin())).hasStatus(admin);
    }

    @Test
    void whoeverDoesNotSeeWhatCameInBeginsWhereTheyMayBe() {
        assertThat(get("/office", Somebody.who(Limits.NONE, Permission.SEE_SETTINGS)))
                .hasStatus(303)
                .hasHeader("Location", "/office/settings");
        assertThat(get("/office", Somebody.who(Limits.NONE, Permission.LOAD_ACCOUNTS)))
                .hasStatus(303)
                .hasHeader("Location", "/office/me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office/imports/imp_00000000000000000000000000",
                "/office/imports/x",
                "/office/imports/x/lines",
                "/office/imports/x/file",
                "/office/receipts/999999-1",
                "/office/receipts/x",
                "/office/receipts/99999999999999999999-1",
                "/office/receipts/from-file/00000000-0000-0000-0000-000000000000/1"
            })
    void whatIsNotThereIsNotThere(String path) {
        assertThat(get(path, SignedInAs.finance())).hasStatus(404);
    }
}
