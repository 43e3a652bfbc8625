package localgov.ims.reporting;

import java.util.Optional;
import java.util.function.Function;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.Method;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What people call the pots, funds and methods that the book has by code.
record Naming(CatalogueSnapshot catalogue, Words words) {
    private static final String BANK = "bank:";
    private static final String CLEARING = "clearing:";
    private static final String FUND = "fund:";

    String fund(@Nullable String code) {
        return code == null || code.isEmpty()
                ? ""
                : catalogue.fund(code).map(this::fund).orElse(code);
    }

    String method(@Nullable String code) {
        return code == null || code.isEmpty()
                ? ""
                : catalogue.method(code).map(this::method).orElse(code);
    }

    /// `#rrggbb`, or nothing.
    String colour(@Nullable String method) {
        return method == null
                ? ""
                : catalogue.method(method).map(Method::colour).orElse("");
    }

    boolean isReversal(@Nullable String method) {
        return method != null
                && catalogue.method(method).filter(Method::reversal).isPresent();
    }

    String fund(Fund fund) {
        return words.either(fund.name(), fund.nameInWelsh());
    }

    /// Something about a method that the catalogue knows.
    Optional<String> method(@Nullable String code, Function<Method, String> what) {
        return Optional.ofNullable(code).flatMap(catalogue::method).map(what);
    }

    private String method(Method method) {
        return words.either(method.name(), method.nameInWelsh());
    }

    /// A pot of the book, such as "the bank account main" or "Council tax".
    String pot(String account) {
        if (account.startsWith(FUND)) {
            return fund(account.substring(FUND.length()));
        }
        if (account.startsWith(BANK)) {
            return words.say("reporting.pot.bank", account.substring(BANK.length()));
        }
        if (account.startsWith(CLEARING)) {
            return words.say("reporting.pot.clearing", method(account.substring(CLEARING.length())));
        }
        return switch (account) {
            case "suspense" -> words.say("reporting.pot.suspense");
            case "suspense:paid-out" -> words.say("reporting.pot.paid-out");
            case "fees" -> words.say("reporting.pot.fees");
            case "disputes" -> words.say("reporting.pot.disputes");
            case "surcharges" -> words.say("reporting.pot.surcharges");
            default -> account;
        };
    }
}
