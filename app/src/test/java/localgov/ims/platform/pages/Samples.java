package localgov.ims.platform.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages that show our components as other modules use them. They exist in tests alone.
@Controller
@TestComponent
class Samples {
    private final TemplateEngine engine =
            TemplateEngine.create(new Both(), Path.of("target/jte-samples"), ContentType.Html);

    private record Drawn(TemplateEngine engine, String template, Map<String, Object> values) implements JteModel {
        @Override
        public void render(TemplateOutput output) {
            engine.render("samples/" + template + ".jte", values, output);
        }

        @Override
        public void writeTo(TemplateOutput output) {
            render(output);
        }
    }

    /// The samples' own templates, and the application's for everything they call.
    private static final class Both implements gg.jte.CodeResolver {
        private final DirectoryCodeResolver samples = new DirectoryCodeResolver(Path.of("src/test/jte"));
        private final DirectoryCodeResolver house = new DirectoryCodeResolver(Path.of("src/main/jte"));

        private DirectoryCodeResolver of(String name) {
            return Files.exists(Path.of("src/test/jte", name)) ? samples : house;
        }

        @Override
        public String resolve(String name) {
            return of(name).resolve(name);
        }

        @Override
        public boolean exists(String name) {
            return of(name).exists(name);
        }

        @Override
        public long getLastModified(String name) {
            return of(name).getLastModified(name);
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return samples.resolveAllTemplateNames();
        }
    }

    @GetMapping("/samples/portal")
    Page portal(PortalFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("reference", "77 123 456", "amount", "12.345"))
                .wrong("reference", "page.error.before", "77 123 456 is not an account number")
                .wrong("amount", "page.error.before", "An amount has two decimals");
        return drawn("portal", Map.of("frame", frame, "answers", answers));
    }

    @GetMapping("/samples/paid")
    Page paid(PortalFrame frame) {
        return drawn("paid", Map.of("frame", frame));
    }

    @GetMapping("/samples/office")
    Page office(OfficeFrame frame) {
        return drawn("office", Map.of("frame", frame));
    }

    @GetMapping("/samples/suspense")
    Page suspense(OfficeFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("fund", "RENT", "account", "<77>"))
                .wrong("account", "page.error.before", "There is no such account");
        return drawn("suspense", Map.of("frame", frame, "answers", answers));
    }

    private Page drawn(String template, Map<String, Object> values) {
        return Page.of(new Drawn(engine, template, values));
    }
}
