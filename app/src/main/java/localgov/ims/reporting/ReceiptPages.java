package localgov.ims.reporting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import localgov.ims.govuk.Option;
import localgov.ims.platform.words.Words;
import localgov.ims.reporting.pages.ReceiptsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/// Puts what was found into words.
record ReceiptPages(Naming naming, Map<String, String> form) {
    private Words words() {
        return naming.words();
    }

    /// The page before anything was looked for, because something has to be put right first.
    ReceiptsPage nothing(Narrowing narrowing) {
        return new ReceiptsPage(
                null, null, "", List.of(), Map.of(), List.of(), funds(), groups(), narrowing.isUsed(), null, null);
    }

    ReceiptsPage found(Understood understood, ReceiptSearch.Found found, Narrowing narrowing) {
        return new ReceiptsPage(
                sentence(understood),
                mayBeWords(understood) ? link(Map.of("as", "words", "after", "")) : null,
                count(found),
                accounts(understood),
                kept(),
                found.receipts().stream().map(this::row).toList(),
                funds(),
                groups(),
                narrowing.isUsed(),
                found.next().map(next -> link(Map.of("after", next.toString()))).orElse(null),
                form.getOrDefault("after", "").isEmpty() ? null : link(Map.of("after", "")));
    }

    private @Nullable String sentence(Understood understood) {
        return switch (understood) {
            case Understood.Everything _ -> null;
            case Understood.Account(var number) -> words().say("reporting.find.account", number);
            case Understood.PartOfAccounts(var part, var numbers) ->
                words().count("reporting.find.part", numbers.size(), part);
            case Understood.Amount(var amount) -> words().say("reporting.find.amount", amount);
            case Understood.Amounts(var least, var most) -> words().say("reporting.find.amounts", least, most);
            case Understood.Day(var day) -> words().say("reporting.find.day", words().weekday(day));
            case Understood.Days(var from, var to) -> words().say("reporting.find.days", from, to);
            case Understood.Reference(var shown) -> words().say("reporting.find.reference", shown);
            case Understood.Call(var shown) -> words().say("reporting.find.call", shown);
            case Understood.Words(var looked) -> words().say("reporting.find.words", String.join(" ", looked));
            case Understood.Nothing _ -> words().say("reporting.find.nothing");
        };
    }

    private static boolean mayBeWords(Understood understood) {
        return switch (understood) {
            case Understood.Everything _, Understood.Words _, Understood.Nothing _ -> false;
            default -> true;
        };
    }

    private String count(ReceiptSearch.Found found) {
        int count = found.count().orElse(0);
        if (count == 0) {
            return words().say("reporting.find.found-none");
        }
        return count > ReceiptSearch.COUNTED
                ? words().say("reporting.find.more-than", ReceiptSearch.COUNTED)
                : words().count("reporting.find.found", count);
    }

    private static List<String> accounts(Understood understood) {
        return understood instanceof Understood.PartOfAccounts(var _, var numbers) ? numbers : List.of();
    }

    /// What else was asked for, so that choosing one of several accounts keeps it.
    private Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        ReceiptScreens.OPEN.stream()
                .filter(name -> !form.getOrDefault(name, "").isBlank())
                .forEach(name -> kept.put(name, form.getOrDefault(name, "")));
        return kept;
    }

    private ReceiptsPage.Row row(FoundReceipt receipt) {
        var inSuspense = ReceiptSearch.isSuspense(receipt.toAccount());
        return new ReceiptsPage.Row(
                words().date(receipt.happenedOn()),
                ReceiptScreens.PATH + "/" + receipt.place(),
                account(receipt, inSuspense),
                state(receipt, inSuspense),
                naming.fund(receipt.fund()),
                text(receipt.payer()),
                text(receipt.narrative()),
                naming.method(receipt.method()),
                naming.colour(receipt.method()),
                receipt.pence().toString());
    }

    private String account(FoundReceipt receipt, boolean inSuspense) {
        if (receipt.accountNumber() != null) {
            return receipt.accountNumber();
        }
        return words().say(inSuspense ? "reporting.find.no-account-yet" : "reporting.find.no-account");
    }

    private @Nullable String state(FoundReceipt receipt, boolean inSuspense) {
        if (inSuspense) {
            return words().say("reporting.state.suspense");
        }
        if (ReceiptSearch.isSuspense(receipt.fromAccount())) {
            return words().say("reporting.state.placed");
        }
        return naming.isReversal(receipt.method()) ? words().say("reporting.state.reversal") : null;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }

    private List<Option> funds() {
        var options = new ArrayList<Option>();
        options.add(Option.of("", words().say("reporting.find.any-fund")));
        naming.catalogue().funds().forEach(fund -> options.add(Option.of(fund.code(), naming.fund(fund))));
        return options;
    }

    /// None where the council has no groups.
    private List<Option> groups() {
        var groups = naming.catalogue().fundGroups();
        if (groups.isEmpty()) {
            return List.of();
        }
        var options = new ArrayList<Option>();
        options.add(Option.of("", words().say("reporting.find.any-group")));
        groups.forEach(
                group -> options.add(Option.of(group.code(), words().either(group.name(), group.nameInWelsh()))));
        return options;
    }

    /// The same search with these parts of the address changed; an empty one is left out.
    private String link(Map<String, String> changed) {
        var all = new LinkedHashMap<String, String>();
        for (var name : List.of(ReceiptScreens.SEARCH, "as", "least", "most", "from", "to", "fund", "group", "after")) {
            var value = changed.getOrDefault(name, form.getOrDefault(name, ""));
            if (!value.isBlank()) {
                all.put(name, value);
            }
        }
        return all.isEmpty()
                ? ReceiptScreens.PATH
                : all.entrySet().stream()
                        .map(part -> part.getKey() + "="
                                + UriUtils.encodeQueryParam(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", ReceiptScreens.PATH + "?", ""));
    }
}
