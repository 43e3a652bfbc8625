package localgov.ims.imports;

import gg.jte.generated.precompiled.Templates;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ShippedProfiles;
import localgov.ims.imports.pages.DefinitionPage;
import localgov.ims.imports.pages.SampleResult;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;

/// Draws a definition beside a sample and what it reads of it.
record DefinitionDrawing(Templates templates, Descriptions descriptions) {
    Page drawn(String definition, String sample, long version, Answers answers, OfficeFrame frame) {
        var pages = new DescriptionPages(frame.words());
        var page = switch (Profile.read(definition)) {
            case Profile.Reading.Good(var profile) -> page(profile, version, pages.result(profile, sample), frame);
            case Profile.Reading.Bad(var faults) ->
                new DefinitionPage(
                        frame.words().say("imports.describe.definition"),
                        "",
                        false,
                        mayChange(),
                        null,
                        null,
                        pages.faults(faults));
        };
        var filled =
                answers.with("definition", definition).with("sample", sample).with("version", Long.toString(version));
        return Page.of(templates.importsDefinition(page, filled, frame));
    }

    private DefinitionPage page(Profile profile, long version, SampleResult result, OfficeFrame frame) {
        var code = profile.code();
        boolean own = version > 0;
        return new DefinitionPage(
                profile.name(),
                profile.description(),
                !own && ShippedProfiles.of(code).isPresent(),
                mayChange(),
                descriptions.find(code).isPresent() ? DescriptionScreens.path(code) + "/definition" : null,
                own && CurrentCaller.may(Permission.SEE_SETTINGS)
                        ? DescriptionScreens.SETTINGS + "/entries/" + code
                        : null,
                result);
    }

    private static boolean mayChange() {
        return CurrentCaller.may(Permission.TAKE_IN_FILES);
    }
}
