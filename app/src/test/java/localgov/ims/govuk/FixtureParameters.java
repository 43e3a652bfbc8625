package localgov.ims.govuk;

import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From the options of GOV.UK Frontend's macros to the parameters of our templates, one entry for each component.
final class FixtureParameters {
    static final Map<String, Function<FixtureOptions, Parameters>> COMPONENTS = Map.ofEntries(
            Map.entry("accordion", FixtureParameters::accordion),
            Map.entry("back-link", FixtureParameters::backLink),
            Map.entry("breadcrumbs", FixtureParameters::breadcrumbs),
            Map.entry("button", FixtureParameters::button),
            Map.entry("checkboxes", FixtureParameters::checkboxes),
            Map.entry("date-input", FixtureParameters::dateInput),
            Map.entry("details", FixtureParameters::details),
            Map.entry("error-message", FixtureParameters::errorMessage),
            Map.entry("error-summary", FixtureParameters::errorSummary),
            Map.entry("fieldset", FixtureParameters::fieldset),
            Map.entry("file-upload", FixtureParameters::fileUpload),
            Map.entry("hint", FixtureParameters::hint),
            Map.entry("input", FixtureParameters::input),
            Map.entry("inset-text", FixtureParameters::insetText),
            Map.entry("label", FixtureParameters::label),
            Map.entry("notification-banner", FixtureParameters::notificationBanner),
            Map.entry("pagination", FixtureParameters::pagination),
            Map.entry("panel", FixtureParameters::panel),
            Map.entry("phase-banner", FixtureParameters::phaseBanner),
            Map.entry("radios", FixtureParameters::radios),
            Map.entry("select", FixtureParameters::select),
            Map.entry("skip-link", FixtureParameters::skipLink),
            Map.entry("summary-list", FixtureParameters::summaryList),
            Map.entry("table", FixtureParameters::table),
            Map.entry("tabs", FixtureParameters::tabs),
            Map.entry("tag", FixtureParameters::tag),
            Map.entry("textarea", FixtureParameters::textarea),
            Map.entry("warning-text", FixtureParameters::warningText));

    private FixtureParameters() {}

    /// What a template is called with; an absent value leaves the template's own default.
    static final class Parameters {
        final Map<String, Object> values = new HashMap<>();

        Parameters put(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }
    }

    private static Parameters common(FixtureOptions o) {
        return new Parameters().put("classes", o.text("classes")).put("attributes", o.attributes());
    }

    private static Parameters wording(FixtureOptions o) {
        return common(o).put("html", o.content());
    }

    private static Parameters field(FixtureOptions o) {
        return common(o)
                .put("name", o.says("name") ? o.value("name") : "")
                .put("id", o.text("id"))
                .put("label", o.child("label", FixtureParameters::toLabel))
                .put("describedBy", o.text("describedBy"))
                .put("hint", o.child("hint", FixtureOptions::content))
                .put("error", o.child("errorMessage", FixtureParameters::toError))
                .put("groupClasses", o.child("formGroup", group -> group.text("classes")));
    }

    private static Label toLabel(FixtureOptions o) {
        return new Label(o.content(), o.text("classes"), o.has("isPageHeading"), o.attributes());
    }

    private static ErrorMessage toError(FixtureOptions o) {
        var before = o.says("visuallyHiddenText") ? o.text("visuallyHiddenText") : "Error";
        return new ErrorMessage(content(o), before, o.text("classes"), o.attributes());
    }

    private static Content content(@Nullable FixtureOptions o) {
        var content = o == null ? null : o.content();
        return content == null ? Html.text("") : content;
    }

    private static @Nullable Legend toLegend(FixtureOptions o) {
        var content = o.content();
        return content == null ? null : new Legend(content, o.text("classes"), o.has("isPageHeading"));
    }

    private static Fieldset toFieldset(FixtureOptions o) {
        return new Fieldset(
                o.child("legend", FixtureParameters::toLegend),
                o.text("describedBy"),
                o.text("classes"),
                o.attributes());
    }

    private static Parameters accordion(FixtureOptions o) {
        var words = Attributes.NONE;
        words = worded(words, o, "hide-all-sections", "hideAllSectionsText");
        words = worded(words, o, "hide-section", "hideSectionText");
        words = worded(words, o, "hide-section-aria-label", "hideSectionAriaLabelText");
        words = worded(words, o, "show-all-sections", "showAllSectionsText");
        words = worded(words, o, "show-section", "showSectionText");
        words = worded(words, o, "show-section-aria-label", "showSectionAriaLabelText");
        return common(o)
                .put("words", words)
                .put("id", o.text("id"))
                .put("headingLevel", o.number("headingLevel"))
                .put("rememberExpanded", o.yesNo("rememberExpanded"))
                .put(
                        "items",
                        o.list(
                                "items",
                                item -> new Section(
                                        content(item.child("heading")),
                                        item.child("summary", FixtureOptions::content),
                                        paragraphed(item.child("content")),
                                        item.has("expanded"))));
    }

    /// Plain text becomes a paragraph, as in the panels of tabs and accordions.
    private static Content paragraphed(@Nullable FixtureOptions o) {
        var html = o == null ? null : o.text("html");
        var text = o == null ? null : o.text("text");
        if (html != null) {
            return Html.html(html);
        }
        return output -> {
            if (text != null) {
                output.writeContent("<p class=\"govuk-body\">");
                output.writeUserContent(text);
                output.writeContent("</p>");
            }
        };
    }

    private static Parameters backLink(FixtureOptions o) {
        var href = o.text("href");
        return wording(o).put("href", href == null ? "#" : href);
    }

    private static Parameters breadcrumbs(FixtureOptions o) {
        return common(o)
                .put("collapseOnMobile", o.has("collapseOnMobile"))
                .put("labelText", o.text("labelText"))
                .put("items", o.list("items", item -> new Crumb(content(item), item.text("href"), item.attributes())));
    }

    /// The kind of element follows from whether there is an address; asking for it by name changes nothing here.
    private static Parameters button(FixtureOptions o) {
        var element = o.text("element");
        var href = o.text("href");
        return wording(o)
                .put("href", "a".equals(element) && href == null ? "#" : href)
                .put("name", o.text("name"))
                .put("value", o.text("value"))
                .put("type", o.text("type"))
                .put("id", o.text("id"))
                .put("disabled", o.has("disabled"))
                .put("start", o.has("isStartButton"))
                .put("preventDoubleClick", o.yesNo("preventDoubleClick"));
    }

    private static Parameters group(FixtureOptions o) {
        return common(o)
                .put("name", o.text("name"))
                .put("idPrefix", o.text("idPrefix"))
                .put("fieldset", o.child("fieldset", FixtureParameters::toFieldset))
                .put("hint", o.child("hint", FixtureOptions::content))
                .put("error", o.child("errorMessage", FixtureParameters::toError))
                .put("groupClasses", o.child("formGroup", group -> group.text("classes")))
                .put("items", o.list("items", FixtureParameters::toChoice));
    }

    private static Choice toChoice(FixtureOptions o) {
        var label = o.child("label");
        return new Choice(
                o.value("value"),
                new Label(
                        o.content(),
                        label == null ? null : label.text("classes"),
                        false,
                        label == null ? Attributes.NONE : label.attributes()),
                o.child("hint", FixtureOptions::content),
                o.yesNo("checked"),
                o.has("disabled"),
                o.child("conditional", FixtureOptions::content),
                o.text("divider"),
                "exclusive".equals(o.text("behaviour")),
                o.text("id"),
                o.text("name"),
                null,
                o.attributes());
    }

    private static Parameters checkboxes(FixtureOptions o) {
        return group(o).put("describedBy", o.text("describedBy")).put("values", o.strings("values"));
    }

    private static Parameters radios(FixtureOptions o) {
        return group(o).put("value", o.text("value"));
    }

    private static Parameters dateInput(FixtureOptions o) {
        var items = o.list("items", FixtureParameters::toDatePart);
        var usual = DatePart.dayMonthYear("Day", "Month", "Year", null, null, null, false);
        return common(o)
                .put("id", o.text("id"))
                .put("namePrefix", o.text("namePrefix"))
                .put("fieldset", o.child("fieldset", FixtureParameters::toFieldset))
                .put("hint", o.child("hint", FixtureOptions::content))
                .put("error", o.child("errorMessage", FixtureParameters::toError))
                .put("groupClasses", o.child("formGroup", group -> group.text("classes")))
                .put("items", items.isEmpty() ? usual : items);
    }

    private static DatePart toDatePart(FixtureOptions o) {
        var name = String.valueOf(o.text("name"));
        var label = o.text("label");
        return new DatePart(
                name,
                label == null ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : label,
                o.text("classes"),
                o.text("value"),
                o.text("id"),
                o.text("inputmode"),
                o.text("autocomplete"),
                o.text("pattern"),
                o.attributes());
    }

    private static Parameters details(FixtureOptions o) {
        return wording(o)
                .put("summary", o.content("summaryHtml", "summaryText"))
                .put("id", o.text("id"))
                .put("open", o.has("open"));
    }

    private static Parameters errorMessage(FixtureOptions o) {
        return new Parameters().put("id", o.text("id")).put("error", toError(o));
    }

    private static Parameters errorSummary(FixtureOptions o) {
        var title = o.content("titleHtml", "titleText");
        return common(o)
                .put("title", title == null ? Html.text("") : title)
                .put("description", o.content("descriptionHtml", "descriptionText"))
                .put("disableAutoFocus", o.yesNo("disableAutoFocus"))
                .put(
                        "errors",
                        o.list(
                                "errorList",
                                item -> new ErrorLine(content(item), item.text("href"), item.attributes())));
    }

    private static Parameters fieldset(FixtureOptions o) {
        return common(o)
                .put("legend", o.child("legend", FixtureParameters::toLegend))
                .put("content", o.content())
                .put("role", o.text("role"))
                .put("describedBy", o.text("describedBy"));
    }

    private static Parameters fileUpload(FixtureOptions o) {
        var words = Attributes.NONE;
        words = worded(words, o, "choose-files-button", "chooseFilesButtonText");
        words = worded(words, o, "no-file-chosen", "noFileChosenText");
        var several = o.child("multipleFilesChosenText");
        if (several != null) {
            words = worded(words, several, "multiple-files-chosen.one", "one");
            words = worded(words, several, "multiple-files-chosen.other", "other");
        }
        words = worded(words, o, "drop-instruction", "dropInstructionText");
        words = worded(words, o, "entered-drop-zone", "enteredDropZoneText");
        words = worded(words, o, "left-drop-zone", "leftDropZoneText");
        return field(o).put("value", o.text("value"))
                .put("disabled", o.has("disabled"))
                .put("multiple", o.has("multiple"))
                .put("dropZone", o.has("javascript"))
                .put("dropZoneWords", words);
    }

    private static Attributes worded(Attributes words, FixtureOptions o, String name, String option) {
        var text = o.text(option);
        return text == null ? words : words.and("data-i18n." + name, text);
    }

    private static Parameters hint(FixtureOptions o) {
        return common(o).put("content", o.content()).put("id", o.text("id"));
    }

    private static Parameters input(FixtureOptions o) {
        var wrapper = o.child("inputWrapper");
        return field(o).put("type", o.text("type"))
                .put("value", o.value("value"))
                .put("prefix", o.child("prefix", FixtureParameters::toAffix))
                .put("suffix", o.child("suffix", FixtureParameters::toAffix))
                .put("autocomplete", o.text("autocomplete"))
                .put("autocapitalize", o.text("autocapitalize"))
                .put("inputmode", o.text("inputmode"))
                .put("pattern", o.text("pattern"))
                .put("spellcheck", o.yesNo("spellcheck"))
                .put("disabled", o.has("disabled"))
                .put("wrapperClasses", wrapper == null ? null : wrapper.text("classes"))
                .put("wrapperAttributes", wrapper == null ? null : wrapper.attributes());
    }

    private static @Nullable Affix toAffix(FixtureOptions o) {
        var content = o.content();
        return content == null ? null : new Affix(content, o.text("classes"), o.attributes());
    }

    private static Parameters insetText(FixtureOptions o) {
        return wording(o).put("id", o.text("id"));
    }

    private static Parameters label(FixtureOptions o) {
        return new Parameters().put("label", toLabel(o)).put("forId", o.text("for"));
    }

    private static Parameters notificationBanner(FixtureOptions o) {
        var html = o.text("html");
        return common(o)
                .put("text", o.text("text"))
                .put("html", html == null ? null : Html.html(html))
                .put("success", "success".equals(o.text("type")))
                .put("title", o.content("titleHtml", "titleText"))
                .put("titleHeadingLevel", o.number("titleHeadingLevel"))
                .put("titleId", o.text("titleId"))
                .put("role", o.text("role"))
                .put("disableAutoFocus", o.yesNo("disableAutoFocus"));
    }

    private static Parameters pagination(FixtureOptions o) {
        return common(o)
                .put("previous", o.child("previous", FixtureParameters::toPageLink))
                .put("next", o.child("next", FixtureParameters::toPageLink))
                .put("landmarkLabel", o.text("landmarkLabel"))
                .put(
                        "items",
                        o.list(
                                "items",
                                item -> new PageNumber(
                                        String.valueOf(item.value("number")),
                                        String.valueOf(item.value("href")),
                                        item.has("current"),
                                        item.has("ellipsis"),
                                        item.text("visuallyHiddenText"),
                                        item.attributes())));
    }

    private static PageLink toPageLink(FixtureOptions o) {
        return new PageLink(String.valueOf(o.text("href")), o.content(), o.text("labelText"), o.attributes());
    }

    private static Parameters panel(FixtureOptions o) {
        return common(o)
                .put("title", o.content("titleHtml", "titleText"))
                .put("content", o.content())
                .put("headingLevel", o.number("headingLevel"));
    }

    private static Parameters phaseBanner(FixtureOptions o) {
        var tag = o.child("tag");
        return wording(o)
                .put("tag", tag == null ? null : tag.content())
                .put("tagClasses", tag == null ? null : tag.text("classes"));
    }

    private static Parameters select(FixtureOptions o) {
        return field(o).put("value", o.text("value"))
                .put("disabled", o.has("disabled"))
                .put(
                        "items",
                        o.list(
                                "items",
                                item -> new Option(
                                        item.value("value"),
                                        item.says("text") ? String.valueOf(item.value("text")) : "",
                                        item.yesNo("selected"),
                                        item.has("disabled"),
                                        item.attributes())));
    }

    private static Parameters skipLink(FixtureOptions o) {
        return wording(o).put("href", o.text("href"));
    }

    private static Parameters summaryList(FixtureOptions o) {
        return common(o)
                .put("rows", o.list("rows", FixtureParameters::toRow))
                .put("card", o.child("card", FixtureParameters::toCard));
    }

    private static SummaryRow toRow(FixtureOptions o) {
        var actions = o.child("actions");
        return new SummaryRow(
                content(o.child("key")),
                o.child("key", key -> key.text("classes")),
                content(o.child("value")),
                o.child("value", value -> value.text("classes")),
                actions == null ? null : actions.listIfSaid("items", FixtureParameters::toAction),
                actions == null ? null : actions.text("classes"),
                o.text("classes"));
    }

    private static Action toAction(FixtureOptions o) {
        return new Action(
                content(o),
                String.valueOf(o.text("href")),
                o.text("visuallyHiddenText"),
                o.text("classes"),
                o.attributes());
    }

    private static SummaryCard toCard(FixtureOptions o) {
        var title = o.child("title");
        var actions = o.child("actions");
        return new SummaryCard(
                title == null ? null : title.content(),
                title == null ? 2 : title.number("headingLevel", 2),
                actions == null ? List.of() : actions.list("items", FixtureParameters::toAction),
                o.text("classes"),
                o.attributes());
    }

    private static Parameters table(FixtureOptions o) {
        return common(o)
                .put("caption", o.text("caption"))
                .put("captionClasses", o.text("captionClasses"))
                .put("firstCellIsHeader", o.has("firstCellIsHeader"))
                .put("head", o.list("head", FixtureParameters::toCell))
                .put(
                        "rows",
                        o.rows("rows").stream()
                                .map(row -> row.each(FixtureParameters::toCell))
                                .toList());
    }

    private static Cell toCell(FixtureOptions o) {
        return new Cell(
                content(o),
                o.text("format"),
                o.text("classes"),
                o.number("colspan"),
                o.number("rowspan"),
                o.attributes());
    }

    private static Parameters tabs(FixtureOptions o) {
        return common(o)
                .put("id", o.text("id"))
                .put("idPrefix", o.text("idPrefix"))
                .put("title", o.text("title"))
                .put("items", o.list("items", item -> {
                    var panel = item.child("panel");
                    return new Tab(
                            item.text("id"),
                            String.valueOf(item.text("label")),
                            panel == null ? null : paragraphed(panel),
                            item.attributes(),
                            panel == null ? Attributes.NONE : panel.attributes());
                }));
    }

    private static Parameters tag(FixtureOptions o) {
        return wording(o);
    }

    private static Parameters textarea(FixtureOptions o) {
        return field(o).put("value", o.text("value"))
                .put("rows", o.number("rows"))
                .put("autocomplete", o.text("autocomplete"))
                .put("spellcheck", o.yesNo("spellcheck"))
                .put("disabled", o.has("disabled"));
    }

    private static Parameters warningText(FixtureOptions o) {
        return wording(o).put("iconFallbackText", o.text("iconFallbackText"));
    }
}
