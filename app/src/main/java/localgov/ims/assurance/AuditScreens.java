package localgov.ims.assurance;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import localgov.ims.assurance.AuditStore.Place;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Who did what: to be searched, read and taken away, never changed.
@Controller
@Needs(Permission.SEE_AUDIT)
class AuditScreens {
    static final String PATH = "/office/audit";
    private static final int ON_A_PAGE = 50;
    private static final int REFUSED = 422;

    private final Templates templates;
    private final AuditSearch search;
    private final AuditPages pages;
    private final AuditFile file;
    private final Duties duties;
    private final DutyPages dutyPages;

    AuditScreens(
            Templates templates,
            AuditSearch search,
            AuditPages pages,
            AuditFile file,
            Duties duties,
            DutyPages dutyPages) {
        this.templates = templates;
        this.search = search;
        this.pages = pages;
        this.file = file;
        this.duties = duties;
        this.dutyPages = dutyPages;
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace auditPlace() {
            return OfficePlaces.at(110, "assurance.audit", PATH, Permission.SEE_AUDIT);
        }
    }

    @GetMapping(PATH)
    View find(@RequestParam Map<String, String> sent, OfficeFrame frame) {
        var form = SoughtForm.of(sent, frame.words());
        if (!form.answers().hold()) {
            return Page.of(templates.assuranceAudit(pages.nothing(form, frame.words()), form.answers(), frame))
                    .status(REFUSED);
        }
        var after = place(sent.get("after"));
        var found = search.page(form.sought(search), after.orElse(null), ON_A_PAGE + 1);
        var page = pages.found(form, found, ON_A_PAGE, after.isPresent(), frame.words());
        return Page.of(templates.assuranceAudit(page, form.answers(), frame));
    }

    /// Everything that is looked for, as a file that is written while it is read.
    @GetMapping(PATH + "/export")
    @Nullable
    View export(@RequestParam Map<String, String> sent, OfficeFrame frame, HttpServletResponse response)
            throws IOException {
        var form = SoughtForm.of(sent, frame.words());
        if (!form.answers().hold()) {
            return Page.of(templates.assuranceAudit(pages.nothing(form, frame.words()), form.answers(), frame))
                    .status(REFUSED);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit.csv").build().toString());
        var out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
        file.write(form.sought(search), out);
        out.flush();
        return null;
    }

    @GetMapping(PATH + "/duties")
    View duties(OfficeFrame frame) {
        return Page.of(templates.assuranceDuties(dutyPages.page(duties.look(), frame.words()), frame));
    }

    /// The part about kinds of approval for a spreadsheet.
    @GetMapping(PATH + "/duties/export")
    ResponseEntity<String> dutiesExport() throws IOException {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("duties.csv")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(DutyFile.written(duties.look()));
    }

    @GetMapping(PATH + "/{id}")
    View event(@PathVariable("id") String id, OfficeFrame frame) {
        var event = Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(search::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Page.of(templates.assuranceEvent(pages.event(event, frame.words()), frame));
    }

    /// Where the page before ended, read from an address; nothing when it is no place.
    private static Optional<Place> place(@Nullable String after) {
        var parts = after == null ? new String[0] : after.split("_", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new Place(Instant.parse(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (RuntimeException noPlace) {
            return Optional.empty();
        }
    }
}
