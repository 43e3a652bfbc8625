package localgov.ims.settings;

import localgov.ims.platform.words.Language;

/// The same words in both languages, declared where the thing they name is declared.
public record Phrase(String english, String welsh) {
    public static final Phrase NONE = new Phrase("", "");

    public static Phrase both(String english, String welsh) {
        return new Phrase(english, welsh);
    }

    /// A code, a number or a name, which is the same in every language.
    public static Phrase same(String text) {
        return new Phrase(text, text);
    }

    public String in(Language language) {
        return language == Language.WELSH ? welsh : english;
    }

    public boolean isEmpty() {
        return english.isEmpty();
    }

    /// Both with their places (`%s`, `%d`) filled in; a phrase fills a place in its own language.
    public Phrase filled(Object... values) {
        return new Phrase(filled(Language.ENGLISH, values), filled(Language.WELSH, values));
    }

    private String filled(Language language, Object... values) {
        var inLanguage = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            inLanguage[i] = values[i] instanceof Phrase phrase ? phrase.in(language) : values[i];
        }
        return in(language).formatted(inLanguage);
    }

    /// As it stands inside a sentence: `Fund code` becomes `fund code`, `VAT code` stays.
    Phrase inside() {
        return new Phrase(inside(english), inside(welsh));
    }

    private static String inside(String text) {
        boolean acronym = text.length() > 1 && !Character.isLowerCase(text.charAt(1)) && text.charAt(1) != ' ';
        return text.isEmpty() || acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
