package localgov.ims.platform.pages;

import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.Filter;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/// The plumbing of pages alone, with a screen on either side of the counter: no database, no other module.
final class PagesHouse {
    static final WebApplicationContext CONTEXT = context();

    private PagesHouse() {}

    /// A browser, so to speak.
    static MockMvc browser() {
        DefaultMockMvcBuilder builder = webAppContextSetup(CONTEXT);
        return builder.addFilters(CONTEXT.getBeansOfType(Filter.class).values().toArray(Filter[]::new))
                .build();
    }

    private static WebApplicationContext context() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(House.class, Screens.class, Samples.class);
        context.refresh();
        return context;
    }

    @TestConfiguration
    @EnableWebMvc
    @ComponentScan(
            basePackages = {"localgov.ims.platform.pages", "localgov.ims.platform.words"},
            useDefaultFilters = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.REGEX,
                            pattern = ".*(PagesHouse|Samples).*"))
    static class House {
        @Bean
        CouncilOnPages council() {
            return () -> new CouncilFace("Aldermere Council", true);
        }

        @Bean
        PersonOnPages person() {
            return request -> Optional.of(new PersonFace("Ann Archer", "/office/sign-out"));
        }

        @Bean
        OfficePlace suspense() {
            return OfficePlace.at(30, "page.demo.tag", "/office/suspense").waiting(request -> 1037);
        }

        @Bean
        OfficePlace today() {
            return OfficePlace.at(10, "page.office", "/office");
        }

        @Bean
        OfficePlace receipts() {
            return OfficePlace.at(20, "page.office.find", "/office/receipts");
        }

        @Bean
        OfficePlace hidden() {
            return OfficePlace.at(99, "page.copy", "/office/settings").shownWhen(request -> false);
        }

        @Bean
        OfficeSearch search() {
            return new OfficeSearch("/office/receipts", "q");
        }
    }

    @Controller
    @TestComponent
    static class Screens {
        private final Templates templates;

        Screens(Templates templates) {
            this.templates = templates;
        }

        @GetMapping("/there")
        Page portal(PortalFrame frame) {
            return Page.of(templates.errorsPortal(new ErrorPage("404", null), frame))
                    .status(422);
        }

        @GetMapping({"/office/suspense", "/office/suspense/7", "/office"})
        Page office(OfficeFrame frame) {
            return Page.of(templates.errorsOffice(new ErrorPage("500", "Q7FK-2M9D"), frame));
        }

        @PostMapping("/said")
        View said() {
            return Page.redirect("/there").saying("words.days.other", 3000);
        }
    }
}
