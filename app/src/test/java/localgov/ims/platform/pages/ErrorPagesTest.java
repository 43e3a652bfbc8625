package localgov.ims.platform.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {
    private final ErrorPages pages = PagesHouse.CONTEXT.getBean(ErrorPages.class);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            400 | This page cannot be shown
            403 | You cannot see this page
            404 | Page not found
            405 | This page cannot be used that way
            413 | The file is too big
            415 | This page cannot be shown
            500 | Sorry, something went wrong on our side
            503 | Sorry, something went wrong on our side
            """, delimiter = '|')
    void eachFailureSaysWhatHappenedAndWhatToDo(int status, String heading) throws Exception {
        for (var path : new String[] {"/somewhere", "/office/somewhere"}) {
            var response = new MockHttpServletResponse();
            var page = shown(failed(path), response, status);
            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(page.select("h1").eachText()).containsExactly(heading);
            assertThat(page.title()).startsWith(heading);
            assertThat(page.text()).doesNotContain("errors.");
            assertThat(page.select("body").hasClass("ims-office")).isEqualTo(path.startsWith("/office"));
        }
    }

    @Test
    void aFaultOfOursIsLoggedWithTheReferenceThePageShows(CapturedOutput output) throws Exception {
        var request = failed("/somewhere");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("the fault itself"));
        var page = shown(request, new MockHttpServletResponse(), 500);
        var reference = RequestReference.of(request);
        assertThat(reference).matches("[B-DF-HJ-NP-TV-XZ2-9]{4}-[B-DF-HJ-NP-TV-XZ2-9]{4}");
        assertThat(page.select(".ims-reference").text()).isEqualTo("Reference: " + reference);
        assertThat(page.text()).doesNotContain("the fault itself");
        assertThat(output.getAll()).contains(reference).contains("the fault itself");
    }

    @Test
    void aFormThatWasOpenTooLongIsNotAForbiddenPage() throws Exception {
        var request = failed("/pay");
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException("other"));
        var response = new MockHttpServletResponse();
        var page = shown(request, response, 403);
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(page.select("h1").text()).isEqualTo("This page has expired");
        assertThat(page.text()).contains("nothing was changed");
    }

    @Test
    void programsAreAnsweredElsewhere() {
        assertThat(pages.resolveErrorView(failed("/api/v1/receipts"), HttpStatus.NOT_FOUND, Map.of()))
                .isNull();
    }

    private static MockHttpServletRequest failed(String path) {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        return request;
    }

    private Document shown(MockHttpServletRequest request, MockHttpServletResponse response, int status)
            throws Exception {
        var answer = requireNonNull(pages.resolveErrorView(request, HttpStatus.valueOf(status), Map.of()));
        requireNonNull(answer.getView()).render(answer.getModel(), request, response);
        return Jsoup.parse(response.getContentAsString());
    }
}
