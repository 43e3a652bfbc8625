package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.util.Objects;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;

/// Files that arrived, as the office sees and hands them in.
class OfficeImportsTest extends OfficeJourney {
    String importPath() {
        return page("/office/imports").select(".ims-name").attr("href");
    }

    @Test
    void aFileIsListedAndShownWithWhatBecameOfIt() {
        var row = page("/office/imports")
                .select("tbody tr:has(a[href*=/imports/imp_])")
                .text();
        assertThat(row).contains(NAME, "Posted", "Bank file (Standard 18)", "50.0 %", "1 · £35.50");

        var one = page(importPath());
        assertThat(one.select("h1").text()).isEqualTo(NAME);
        assertThat(one.select("[aria-labelledby=outcomes] tr").eachText())
                .contains("Posted 1 £120.00", "In suspense 1 £35.50", "Total 2 £155.50");
        assertThat(one.select("table").last().text()).contains("Holds").doesNotContain("Differs");
        assertThat(one.select("meta[http-equiv=refresh]")).isEmpty();
    }

    @Test
    void theSameFileAgainIsThatImportAndSaysSo() throws IOException {
        var again = handIn(SignedInAs.finance(), "other name.txt", bankFile());
        assertThat(again).hasStatus(303).hasHeader("Location", importPath());
        assertThat(page("/office/imports").select("tbody tr:has(a[href*=/imports/imp_])"))
                .hasSize(1);
    }

    @Test
    void aFormWithoutAFileSaysWhatToDo() {
        var refused = mvc.post()
                .uri("/office/imports")
                .multipart()
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(422);
        var page = wellMade("no file", read(refused));
        var link = page.select(".govuk-error-summary a");
        assertThat(link.text()).isEqualTo("Choose a file");
        assertThat(page.select(link.attr("href")).is("input[type=file]")).isTrue();
        assertThat(handIn(SignedInAs.finance(), "empty.txt", new byte[0])).hasStatus(422);
    }

    @Test
    void theLinesOfAFileAreShownWithTheirReasons() {
        var all = page(importPath() + "/lines");
        assertThat(all.select("tbody tr")).hasSize(2);
        var unplaced = page(importPath() + "/lines?outcome=SUSPENSE");
        assertThat(unplaced.select("tbody tr").text()).contains("B OKAFOR", "£35.50", "In suspense");
        var line = page(unplaced.select("tbody a").attr("href"));
        assertThat(line.select(".ims-verbatim").text()).contains("B OKAFOR", "WHO KNOWS");
        assertThat(line.select("[aria-labelledby=why] li").text()).isNotBlank();
    }

    @Test
    void theFileCanBeHadAsItCameAndIsNeverShownByTheBrowser() throws IOException {
        var file = get(importPath() + "/file", SignedInAs.auditor());
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(bankFile());
        assertThat(file.getResponse().getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(file.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void howFarAFileIsCanBeAskedForWithoutAPage() {
        assertThat(get(importPath() + "/progress", SignedInAs.finance()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("open")
                .isEqualTo(false);
    }

    @Test
    void whatIsTypedIsShownAsTextAndNeverRun() {
        var typed = "<img src=x onerror=alert(1)>";
        var found = read(mvc.get()
                .uri("/office/receipts?q={typed}", typed)
                .with(SignedInAs.finance())
                .exchange());
        assertThat(found.select("img")).isEmpty();
        assertThat(found.select("#q").attr("value")).isEqualTo(typed);
        assertThat(page("/office/imports").select("main script")).isEmpty();
    }

    @Test
    void onlyFinanceHandsInFiles() throws IOException {
        assertThat(handIn(SignedInAs.auditor(), "a.txt", bankFile())).hasStatus(403);
        assertThat(read(get("/office/imports", SignedInAs.auditor())).select("input[type=file]"))
                .isEmpty();
        assertThat(Objects.requireNonNull(read(get("/office", SignedInAs.cashier()))
                                .select("nav.ims-places")
                                .first())
                        .text())
                .contains("Today", "Receipts")
                .doesNotContain("Imports");
    }
}
