package localgov.ims.settings;

import java.util.List;
import java.util.stream.Stream;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.EntryFormPage.Input;
import localgov.ims.settings.pages.EntryFormPage.Shape;

/// What a form of any type asks for each field: its label, its hint, its shape and what may be chosen.
record FormInputs(Words words, Showing showing) {
    private static final int RADIOS = 4;

    Input input(Field field, String already, boolean kept) {
        var choices = choices(field, already);
        return new Input(
                field.column(),
                label(field),
                hint(field, kept),
                shape(field, choices.size()),
                width(field),
                switch (field.kind()) {
                    case EMAIL -> "email";
                    case WEB_ADDRESS -> "url";
                    default -> "text";
                },
                switch (field.kind()) {
                    case NUMBER -> "numeric";
                    case MONEY, PERCENT -> "decimal";
                    default -> "";
                },
                field.kind() == Kind.MONEY ? "£" : "",
                field.kind() == Kind.PERCENT ? "%" : "",
                options(field, choices),
                choices.stream()
                        .map(choice -> Choice.of(choice.value(), words(field, choice)))
                        .toList());
    }

    private List<Field.Choice> choices(Field field, String already) {
        if (field.kind() == Kind.YES_NO) {
            return List.of(Field.Choice.of("yes", "Yes", "Ie"), Field.Choice.of("no", "No", "Na"));
        }
        return field.kind() == Kind.CHOICE ? showing.choices(field, already) : List.of();
    }

    private static Shape shape(Field field, int choices) {
        return switch (field.kind()) {
            case LONG_TEXT -> Shape.LONG_TEXT;
            case DATE -> Shape.DATE;
            case YES_NO -> Shape.RADIOS;
            case SECRET -> Shape.SECRET;
            case CHOICE -> field.required() && choices > 0 && choices <= RADIOS ? Shape.RADIOS : Shape.SELECT;
            case TEXT, NUMBER, MONEY, PERCENT, TIME, EMAIL, WEB_ADDRESS, COLOUR, ANY_COLOUR -> Shape.TEXT;
        };
    }

    private List<Option> options(Field field, List<Field.Choice> choices) {
        var nothing = Option.of("", words.say(field.required() ? "settings.choose" : "settings.none-of-them"));
        return Stream.concat(
                        Stream.of(nothing),
                        choices.stream().map(choice -> Option.of(choice.value(), words(field, choice))))
                .toList();
    }

    /// Our own words begin with a capital letter; a council's codes stay as they are.
    private String words(Field field, Field.Choice choice) {
        return field.choicesFrom() == null ? showing.title(choice.label()) : showing.say(choice.label());
    }

    private String label(Field field) {
        var label = showing.say(field.label());
        return field.required() || field.kind() == Kind.YES_NO ? label : words.say("settings.optional", label);
    }

    private String hint(Field field, boolean kept) {
        if (field.isSecret() && kept) {
            return words.say("settings.secret.hint");
        }
        if (!field.hint().isEmpty()) {
            return showing.say(field.hint());
        }
        return switch (field.kind()) {
            case DATE -> words.say("settings.hint.date");
            case TIME -> words.say("settings.hint.time");
            case COLOUR -> words.say("settings.hint.colour");
            case ANY_COLOUR -> words.say("settings.hint.any-colour");
            case WEB_ADDRESS -> words.say("settings.hint.web");
            default -> "";
        };
    }

    private static String width(Field field) {
        return switch (field.kind()) {
            case NUMBER, MONEY, COLOUR, ANY_COLOUR, TIME -> "govuk-input--width-10";
            case PERCENT -> "govuk-input--width-5";
            case EMAIL, WEB_ADDRESS, SECRET -> "govuk-!-width-two-thirds";
            default -> field.max() <= 10 ? "govuk-input--width-10" : field.max() <= 30 ? "govuk-input--width-20" : "";
        };
    }
}
