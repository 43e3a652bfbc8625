package localgov.ims.govuk;

import org.jspecify.annotations.Nullable;

/// One number among the pages of a list, or the dots that stand for several.
public record PageNumber(
        String number,
        String href,
        boolean current,
        boolean dots,
        @Nullable String label,
        Attributes attributes) {

    public static PageNumber of(int number, String href, boolean current) {
        return new PageNumber(Integer.toString(number), href, current, false, null, Attributes.NONE);
    }

    public static PageNumber gap() {
        return new PageNumber("", "", false, true, null, Attributes.NONE);
    }
}
