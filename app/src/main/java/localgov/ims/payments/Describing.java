package localgov.ims.payments;

import java.util.stream.Collectors;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;

/// What a payer reads of a payment at the provider: what it is for, without references.
record Describing(Catalogue catalogue) {
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int LONGEST_FACT = 100;

    String description(Payment payment, String language) {
        var now = catalogue.now();
        var names = payment.lines().stream()
                .map(line ->
                        now.fund(line.fund()).map(fund -> name(fund, language)).orElse(line.fund()))
                .distinct()
                .collect(Collectors.joining(", "))
                .replaceAll("[<>|]", " ");
        return shortened(names, LONGEST_DESCRIPTION);
    }

    static String funds(Payment payment) {
        return shortened(
                payment.lines().stream().map(Payment.Line::fund).distinct().collect(Collectors.joining(",")),
                LONGEST_FACT);
    }

    private static String name(Fund fund, String language) {
        return language.equals("cy") && !fund.nameInWelsh().isEmpty() ? fund.nameInWelsh() : fund.name();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
