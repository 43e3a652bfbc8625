package localgov.ims.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.FundMessage;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// The questions asked of a payment, in their order; the first that fails ends it. Every fund gets all of
/// them, whether or not it has a reference format, and a check digit is asked for even when the account
/// exists.
///
/// @param messages what the fund says today, to whomever
record PayableChain(
        Fund fund, @Nullable Method method, String typed, Money amount, Door door, List<FundMessage> messages) {

    Payable judge(Function<String, Optional<Account>> find) {
        return refusalOfFundOrAmount().orElseGet(() -> switch (fund.check(typed)) {
            case ReferenceCheck.DoesNotFit(var code, var words, var args) ->
                new Payable.No("account", code, words, args);
            case ReferenceCheck.Fits(var reference, var reasons) -> account(reference, reasons, find.apply(reference));
        });
    }

    private Optional<Payable> refusalOfFundOrAmount() {
        if (!fund.open()) {
            return no("fund", "fund-closed", "%s cannot be paid at the moment".formatted(fund.name()));
        }
        var stop = stop(FundMessage::isForWholeFund);
        if (stop.isPresent()) {
            return stop.map(message -> refusal("fund", "fund-stopped", message));
        }
        if (method != null && !method.open()) {
            return no("method", "method-closed", "%s cannot be used at the moment".formatted(method.name()));
        }
        if (!amount.isPositive()) {
            return no("amount", "not-positive", "Amount must be more than £0.00");
        }
        if (fund.maximum() != null && amount.isMoreThan(fund.maximum())) {
            return limit("above-fund", "Amount must be %s or less", fund.maximum());
        }
        return method == null ? Optional.empty() : refusalByMethod(method);
    }

    private Optional<Payable> refusalByMethod(Method by) {
        if (by.maximum() != null && amount.isMoreThan(by.maximum())) {
            return limit("above-method", "Amount must be %s or less when you pay this way", by.maximum());
        }
        if (by.minimum() != null && by.minimum().isMoreThan(amount)) {
            return limit("below-method", "Amount must be %s or more when you pay this way", by.minimum());
        }
        return Optional.empty();
    }

    private Payable account(String number, List<String> reasons, Optional<Account> known) {
        if (known.isEmpty() && fund.accountMustExist()) {
            return new Payable.No(
                    "account",
                    "unknown-account",
                    "We cannot find this account. Check the number on your bill or letter",
                    Map.of());
        }
        if (known.filter(Account::stopped).isPresent()) {
            var message = known.get().stopMessage();
            return new Payable.No(
                    "account",
                    "stopped",
                    message.isEmpty() ? "This account cannot be paid here. Contact us before you pay" : message,
                    Map.of("message", message));
        }
        var stop = known.flatMap(account -> stop(message -> message.concerns(account.messageCode())));
        if (stop.isPresent()) {
            return refusal("account", "stopped", stop.get());
        }
        var price = fund.priceAt(door).filter(fixed -> !fixed.equals(amount));
        if (price.isPresent()) {
            return new Payable.No(
                    "amount",
                    "not-the-price",
                    "The price is %s".formatted(price.get()),
                    Map.of("limit", price.get().toString()));
        }
        if (known.isEmpty()) {
            return new Payable.Yes(number, reasons);
        }
        var all = new ArrayList<>(reasons);
        all.add("Account %s is known to %s".formatted(number, fund.name()));
        return new Payable.Yes(number, List.copyOf(all));
    }

    private Optional<FundMessage> stop(Predicate<FundMessage> which) {
        return messages.stream()
                .filter(message -> message.stopsAt(door) && which.test(message))
                .findFirst();
    }

    private static Payable refusal(String field, String code, FundMessage message) {
        return new Payable.No(
                field, code, message.words(), Map.of("message", message.words(), "message_cy", message.wordsInWelsh()));
    }

    private static Optional<Payable> limit(String code, String words, Money limit) {
        return Optional.of(new Payable.No("amount", code, words.formatted(limit), Map.of("limit", limit.toString())));
    }

    private static Optional<Payable> no(String field, String code, String words) {
        return Optional.of(new Payable.No(field, code, words, Map.of()));
    }
}
