package localgov.ims.reporting;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// The fields below the search box: what they narrow a search down to, or what is wrong with them.
record Narrowing(Answers answers, Map<String, String> form) {
    static final String[] FIELDS = {"account", "least", "most", "from", "to", "fund", "group"};

    static Narrowing of(Map<String, String> form, Words words) {
        var answers = Answers.of(words, form);
        for (var field : new String[] {"least", "most"}) {
            if (filled(form, field) && Typed.pounds(typed(form, field)).isEmpty()) {
                answers = answers.wrong(field, "reporting.find.not-an-amount");
            }
        }
        for (var field : new String[] {"from", "to"}) {
            if (filled(form, field) && Typed.day(typed(form, field)).isEmpty()) {
                answers = answers.wrong(field, "reporting.find.not-a-day");
            }
        }
        return new Narrowing(answers, form);
    }

    private static boolean filled(Map<String, String> form, String field) {
        return !typed(form, field).isEmpty();
    }

    private static String typed(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    boolean isUsed() {
        for (var field : FIELDS) {
            if (filled(form, field)) {
                return true;
            }
        }
        return false;
    }

    /// What was typed into the box, and nothing outside the fields.
    ///
    /// @param catalogue knows the groups of funds
    Criteria narrow(Criteria found, CatalogueSnapshot catalogue) {
        var narrower = found;
        if (filled(form, "account")) {
            narrower = narrower.account(typed(form, "account")).alsoPlacedLater();
        }
        if (filled(form, "least") || filled(form, "most")) {
            narrower =
                    narrower.amount(money("least").orElse(null), money("most").orElse(null));
        }
        if (filled(form, "from") || filled(form, "to")) {
            narrower = narrower.days(day("from"), day("to"));
        }
        if (filled(form, "group")) {
            narrower = narrower.amongFunds(catalogue.fundsOf(typed(form, "group")));
        }
        return filled(form, "fund") ? narrower.fund(typed(form, "fund")) : narrower;
    }

    private Optional<Money> money(String field) {
        return filled(form, field) ? Typed.pounds(typed(form, field)) : Optional.empty();
    }

    private @Nullable LocalDate day(String field) {
        return filled(form, field) ? Typed.day(typed(form, field)).orElse(null) : null;
    }
}
