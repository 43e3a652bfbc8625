package localgov.ims.imports;

import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.formats.profiles.Columns;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.Proposal;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Describing a file that nobody has described yet: from a sample of it, a proposal to be confirmed.
@Controller
@Needs(Permission.TAKE_IN_FILES)
class ColumnsScreens {
    private static final String NEW = DescriptionScreens.PATH + "/new";
    private static final String COLUMNS = DescriptionScreens.PATH + "/columns";
    private static final int OK = 200;
    private static final int REFUSED = 422;
    private static final int LONGEST_CODE = Profile.LONGEST_CODE;

    private final Templates templates;
    private final Imports imports;
    private final Descriptions descriptions;

    ColumnsScreens(Templates templates, Imports imports, Descriptions descriptions) {
        this.templates = templates;
        this.imports = imports;
        this.descriptions = descriptions;
    }

    /// @param from the number of a file that was handed in, to describe that one
    @GetMapping(NEW)
    View begin(@RequestParam(required = false) @Nullable String from, OfficeFrame frame) throws IOException {
        if (from == null) {
            return asked(Answers.none(frame.words()), frame);
        }
        var content = ImportId.read(from)
                .flatMap(imports::content)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try (var in = content.in()) {
            return proposed(Samples.of(in), content.fileName(), OK, frame);
        }
    }

    private Page asked(Answers answers, OfficeFrame frame) {
        return Page.of(templates.importsDescribe(answers, frame));
    }

    @PostMapping(NEW)
    View sample(@RequestParam(required = false) @Nullable MultipartFile file, OfficeFrame frame) throws IOException {
        if (file == null || file.isEmpty()) {
            return asked(Answers.none(frame.words()).wrong("file", "imports.no-file"), frame)
                    .status(REFUSED);
        }
        var name = file.getOriginalFilename();
        try (var in = file.getInputStream()) {
            return proposed(Samples.of(in), name == null ? "" : FileNames.kept(name), REFUSED, frame);
        }
    }

    /// @param without the status of the answer when the file has no columns
    private View proposed(Optional<String> sample, String fileName, int without, OfficeFrame frame) {
        var whole = fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        var name = whole.substring(0, Math.min(whole.length(), Profile.LONGEST_NAME));
        return sample.flatMap(text -> Proposal.of(text, code(name), name)
                        .<View>map(columns -> drawn(
                                columns, text, Answers.of(frame.words(), ColumnsForm.answers(columns, text)), frame)))
                .orElseGet(() -> asked(Answers.none(frame.words()).wrong("file", "imports.describe.no-columns"), frame)
                        .status(without));
    }

    /// `Parking — Nov 2026` as `parking-nov-2026`.
    private static String code(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_CODE));
    }

    /// What these answers read of the sample, while nothing is saved.
    @PostMapping(COLUMNS + "/try")
    View tried(@RequestParam MultiValueMap<String, String> sent, OfficeFrame frame) {
        return again(sent, Answers.none(frame.words()), frame);
    }

    /// The same as a definition in JSON, for what these questions do not ask.
    @PostMapping(COLUMNS + "/definition")
    View definition(@RequestParam MultiValueMap<String, String> sent, OfficeFrame frame) {
        var profile = ColumnsForm.columns(sent).profile();
        var sample = Samples.shortened(ColumnsForm.text(sent, "sample"));
        return new DefinitionDrawing(templates, descriptions)
                .drawn(profile.json(), sample, 0, Answers.none(frame.words()), frame);
    }

    @PostMapping(COLUMNS)
    View save(@RequestParam MultiValueMap<String, String> sent, Caller caller, OfficeFrame frame) {
        var columns = ColumnsForm.columns(sent);
        var wrong = wrong(columns, Answers.none(frame.words()));
        if (!wrong.hold()) {
            return again(sent, wrong, frame).status(REFUSED);
        }
        var sample = ColumnsForm.text(sent, "sample");
        if (Samples.read(columns.profile(), Samples.shortened(sample)).entries() == 0) {
            return again(sent, wrong.wrong("sample", "imports.describe.reads-nothing"), frame)
                    .status(REFUSED);
        }
        return DescriptionSaving.after(
                descriptions.save(columns.profile(), sample, 0, caller),
                frame.words(),
                sentence -> again(sent, Answers.none(frame.words()).wrongAs("code", sentence), frame)
                        .status(REFUSED));
    }

    private static Answers wrong(Columns columns, Answers none) {
        var answers = none;
        if (columns.name().isBlank() || columns.name().length() > Profile.LONGEST_NAME) {
            answers = answers.wrong("name", "imports.describe.name.missing");
        }
        if (!columns.code().matches(ImportsData.CODE) || columns.code().length() > LONGEST_CODE) {
            answers = answers.wrong("code", "imports.describe.code.missing");
        }
        if (columns.money() == null) {
            answers = answers.wrong("money", "imports.describe.money.missing");
        }
        if (columns.day().isEmpty()) {
            answers = answers.wrong("day", "imports.describe.day.missing");
        }
        if (columns.amount().isEmpty()) {
            answers = answers.wrong("amount", "imports.describe.amount.missing");
        }
        if (columns.amounts() == Columns.Amounts.TWO && columns.paidOut().isEmpty()) {
            answers = answers.wrong("paidout", "imports.describe.paidout.missing");
        }
        if (columns.amounts() == Columns.Amounts.MARKED
                && (columns.mark().isEmpty()
                        || columns.in().isEmpty()
                        || columns.out().isEmpty())) {
            answers = answers.wrong("mark", "imports.describe.mark.missing");
        }
        if (columns.reference().isEmpty() && columns.texts().isEmpty()) {
            answers = answers.wrong("reference", "imports.describe.reference.missing");
        }
        return answers;
    }

    private Page again(MultiValueMap<String, String> sent, Answers answers, OfficeFrame frame) {
        var columns = ColumnsForm.columns(sent);
        var sample = Samples.shortened(ColumnsForm.text(sent, "sample"));
        var filled = answers;
        for (var answer : ColumnsForm.answers(columns, sample).entrySet()) {
            filled = filled.with(answer.getKey(), answer.getValue());
        }
        return drawn(columns, sample, filled, frame);
    }

    private Page drawn(Columns columns, String sample, Answers answers, OfficeFrame frame) {
        var page = new DescriptionPages(frame.words()).columns(columns, sample);
        return Page.of(templates.importsColumns(page, answers, frame));
    }
}
