package localgov.ims.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.Payable;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.payments.Created.Problem;
import localgov.ims.providers.Destination;
import localgov.ims.providers.Providers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a basket may be paid as it is, judged afresh each time by one snapshot of the catalogue.
@Component
class BasketCheck {
    /// Through this door only what the council offers to the public may be paid.
    static final String PUBLIC = "portal";

    static final String NOT_OFFERED = "not-offered";
    private static final String NOT_OFFERED_HERE = "This method of payment is not offered here.";

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Providers providers;
    private final ReturnAddresses returns;

    BasketCheck(Catalogue catalogue, Accounts accounts, Providers providers, ReturnAddresses returns) {
        this.returns = returns;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.providers = providers;
    }

    /// The lines with their accounts as they are kept, or all that is wrong with them.
    record Judged(List<Payment.Line> lines, List<Problem> problems) {}

    /// @param who who asks, as [Asking] has it
    Judged judge(Basket basket, String who, String channel) {
        return judge(basket, who, channel, null);
    }

    /// @param method how it is paid, or nothing for a card by the payer online
    Judged judge(Basket basket, String who, String channel, @Nullable Method method) {
        var way = Way.of(channel, method, catalogue.now());
        var lines = new ArrayList<Payment.Line>();
        var problems = new ArrayList<>(ofBasket(basket));
        returns.problem(basket.returnUrl(), who).ifPresent(problems::add);
        if (!way.offered()) {
            problems.add(Problem.ofBasket("method", NOT_OFFERED, NOT_OFFERED_HERE));
        }
        for (int i = 0; i < basket.lines().size() && i < Basket.MOST_LINES; i++) {
            var line = basket.lines().get(i);
            switch (judge(line, way)) {
                case Payable.Yes(var number, var reasons) ->
                    lines.add(new Payment.Line(i + 1, line.fund(), number, line.amount(), masked(line.narrative())));
                case Payable.No(var field, var code, var words, var values) ->
                    problems.add(new Problem(i, field.equals("method") ? "fund" : field, code, words, values));
            }
        }
        if (problems.isEmpty() && method == null) {
            ofDestination(lines).or(() -> ofBounds(basket, lines, who)).ifPresent(problems::add);
        }
        return new Judged(lines, problems);
    }

    /// One card payment goes to one account with a provider.
    private Optional<Problem> ofDestination(List<Payment.Line> lines) {
        var funds = lines.stream().map(Payment.Line::fund).distinct().toList();
        return funds.size() > 1 && providers.destination(funds) instanceof Destination.Apart
                ? Optional.of(Problem.ofBasket(
                        "lines",
                        Created.APART,
                        "These funds are paid into different card accounts. Pay them one after another"))
                : Optional.empty();
    }

    /// What its provider would turn away is not sent there. What is paid under a standing agreement goes to the account
    /// where that was made, and was within its bounds then.
    private Optional<Problem> ofBounds(Basket basket, List<Payment.Line> lines, String who) {
        return who.equals(Arrangements.ASKER)
                ? Optional.empty()
                : providers
                        .bounds(lines.stream()
                                .map(Payment.Line::fund)
                                .distinct()
                                .toList())
                        .flatMap(bounds -> Problem.outside(bounds, basket.total(), lines.size() == 1 ? 0 : -1));
    }

    boolean pretends(Collection<String> funds) {
        return providers.destination(funds) instanceof Destination.One(var provider) && provider.pretends();
    }

    /// Whether one line could be paid by the payer's card, before it is in a basket.
    Payable judge(Basket.Line line, String channel) {
        var way = Way.of(channel, null, catalogue.now());
        if (!way.offered()) {
            return new Payable.No("method", NOT_OFFERED, NOT_OFFERED_HERE, Map.of());
        }
        var judged = judge(line, way);
        return judged instanceof Payable.Yes ? beyond(line).orElse(judged) : judged;
    }

    /// With others it may become enough; too much it stays.
    private Optional<Payable> beyond(Basket.Line line) {
        return providers
                .bounds(List.of(line.fund()))
                .filter(bounds -> bounds.isTooMuch(line.amount()))
                .flatMap(bounds -> Problem.outside(bounds, line.amount(), 0))
                .map(problem -> new Payable.No(problem.field(), problem.code(), problem.words(), problem.values()));
    }

    /// How something is to be paid.
    ///
    /// @param method the one that counts; nothing for a council that has written none down for cards
    /// @param offered whether it is offered to whoever comes this way
    /// @param door who stands there and reads what is said
    private record Way(String channel, @Nullable Method method, boolean offered, Door door, CatalogueSnapshot now) {
        static Way of(String channel, @Nullable Method given, CatalogueSnapshot now) {
            var here = Channel.of(channel);
            if (given != null) {
                return new Way(channel, given, given.isOffered(here) && !given.reversal(), Door.of(given.kind()), now);
            }
            // Over the telephone somebody of the council is there, and the payer's card is in their hands.
            var kind = here == Channel.PHONE ? MethodKind.CARD_BY_STAFF : MethodKind.CARD_ONLINE;
            var card = now.method(kind, here);
            return new Way(channel, card.orElse(null), card.isPresent() || !now.knows(kind), Door.of(kind), now);
        }
    }

    private Payable judge(Basket.Line line, Way way) {
        var now = way.now();
        var fund = now.fund(line.fund()).filter(found -> !found.retired() && !found.isSuspense());
        if (fund.isEmpty()) {
            return new Payable.No("fund", "unknown-fund", "There is nothing to pay under this fund", Map.of());
        }
        if (way.channel().equals(PUBLIC) && !fund.get().online()) {
            return new Payable.No(
                    "fund",
                    "not-online",
                    "%s cannot be paid online".formatted(fund.get().name()),
                    Map.of());
        }
        if (line.amount().isMoreThan(Basket.MOST)) {
            return new Payable.No(
                    "amount",
                    Created.TOO_MUCH,
                    "Amount must be %s or less".formatted(Basket.MOST),
                    Map.of("limit", Basket.MOST.toString()));
        }
        return accounts.check(fund.get(), line.account(), line.amount(), way.method(), way.door());
    }

    private static List<Problem> ofBasket(Basket basket) {
        if (basket.lines().isEmpty()) {
            return List.of(Problem.ofBasket("lines", "empty", "There is nothing to pay"));
        }
        if (basket.lines().size() > Basket.MOST_LINES) {
            return List.of(Problem.ofBasket(
                    "lines", "too-many", "One payment can have %d lines or fewer".formatted(Basket.MOST_LINES)));
        }
        // Lines of more than the most are told of one by one; adding them up could overflow.
        boolean small = basket.lines().stream().noneMatch(line -> line.amount().isMoreThan(Basket.MOST));
        return small && basket.total().isMoreThan(Basket.MOST)
                ? List.of(new Problem(
                        -1,
                        "lines",
                        Created.TOO_MUCH,
                        "One payment can be %s or less".formatted(Basket.MOST),
                        Map.of("limit", Basket.MOST.toString())))
                : List.of();
    }

    static @Nullable String masked(@Nullable String text) {
        return text == null || text.isBlank() ? null : CardNumbers.masked(text.strip());
    }
}
