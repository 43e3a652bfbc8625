package localgov.ims.platform.pages;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// A typed page as the answer of a controller: `return Page.of(templates.suspenseItem(page, frame));`
///
/// The page is drawn whole before its first byte is sent, so that a template that fails gives an error page
/// and never half a page.
public final class Page implements View {
    private final JteModel model;
    private final int status;
    private final @Nullable URI formTarget;

    private Page(JteModel model, int status, @Nullable URI formTarget) {
        this.model = model;
        this.status = status;
        this.formTarget = formTarget;
    }

    public static Page of(JteModel model) {
        return new Page(model, HttpServletResponse.SC_OK, null);
    }

    /// Goes on to another page of this application (303), which a reload does not send again.
    ///
    /// @param path within this application, beginning with one slash; anything else is a programming error
    public static Redirect redirect(String path) {
        return Redirect.within(path);
    }

    /// The same page with another status, such as 422 when answers have to be put right.
    public Page status(int newStatus) {
        return new Page(model, newStatus, formTarget);
    }

    /// The same page with a form on it that goes to another site: a payment provider's own address, as the council
    /// wrote it down, and never one that a visitor sent.
    public Page sendingFormTo(URI target) {
        return new Page(model, status, target);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var html = new Utf8ByteOutput();
        model.render(html);
        if (formTarget != null) {
            ContentPolicy.alsoSendTo(response, formTarget);
        }
        response.setStatus(status);
        response.setContentType(getContentType());
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }
}
