package localgov.ims.agreements;

import java.util.Locale;

/// How often a payment comes.
enum Every {
    WEEK,
    MONTH;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
