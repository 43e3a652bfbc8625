package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Entrances;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.payments.TakenPayments;
import localgov.ims.people.ApiKey;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.unpaid.UnpaidReceipts;
import localgov.ims.unpaid.UnpaidReturn;
import localgov.ims.webhooks.SeenByPrograms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/// A payer pays now, sent by another program.
@RestController
class PaymentCalls implements SeenByPrograms {
    private static final String CHANNEL = "api";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    private final Payments payments;
    private final Entrances entrances;
    private final TakenPayments takenPayments;
    private final TakenTogether takenTogether;
    private final UnpaidReceipts unpaid;
    private final Catalogue catalogue;
    private final Audit audit;
    private final Bodies bodies;
    private final Once once;

    PaymentCalls(
            Payments payments,
            Entrances entrances,
            TakenPayments takenPayments,
            TakenTogether takenTogether,
            UnpaidReceipts unpaid,
            Catalogue catalogue,
            Audit audit,
            Bodies bodies,
            Once once) {
        this.payments = payments;
        this.entrances = entrances;
        this.takenPayments = takenPayments;
        this.takenTogether = takenTogether;
        this.unpaid = unpaid;
        this.catalogue = catalogue;
        this.audit = audit;
        this.bodies = bodies;
        this.once = once;
    }

    /// For a card a key is not needed, because a payment that nobody pays moves no money; with one,
    /// sending again makes no second one. For money that has been taken already it is.
    @PostMapping(path = "/api/v1/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.TAKE_PAYMENTS)
    ResponseEntity<Object> create(HttpServletRequest request, Caller caller) throws IOException {
        var here = ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
        return switch (bodies.read(request)) {
            case Bodies.Body.Wrong(var problem) -> problem.reply();
            case Bodies.Body.Object(var node) -> {
                var keyProblem = once.keyProblem(
                        request, taken(node.path("method").asString("")).isPresent());
                yield keyProblem.isPresent()
                        ? keyProblem.get().reply()
                        : together(request, node, caller, here)
                                .orElseGet(() -> once.noted(
                                        request, caller.signature(), node, () -> create(node, caller, here)));
            }
        };
    }

    /// A method by which the caller has taken the money already.
    private Optional<Method> taken(String code) {
        return catalogue.now().method(code).filter(method -> TakenPayments.by(method, Channel.API));
    }

    /// What somebody wants to pay, or has taken.
    ///
    /// @param taken the method by which it has been taken; nothing when the payer pays with a card
    private record Wanted(Basket basket, Optional<Method> taken, List<Problem.Field> errors) {}

    private Wanted wanted(JsonNode body, Caller caller) {
        var sent = Sent.of(body);
        var lines = sent.list("lines").stream()
                .map(line -> new Basket.Line(
                        line.needed("fund", LONGEST_NAME),
                        line.needed("account", LONGEST_NAME),
                        line.pence("amount"),
                        line.text("narrative", LONGEST_NAME)))
                .toList();
        var payer = sent.textOrObject("payer", LONGEST_NAME);
        var basket = new Basket(lines, payer.name(), payer.email(LONGEST_EMAIL), sent.text("return_url"));
        var taken = method(sent);
        keepWithin(caller.scope(Permission.TAKE_PAYMENTS), basket, taken, sent);
        return new Wanted(basket, taken, sent.errors());
    }

    /// Money that has been taken is written down together with what is sent at the same moment; nothing when it cannot
    /// be, for whatever reason: [#create] tells.
    private Optional<ResponseEntity<Object>> together(
            HttpServletRequest request, JsonNode body, Caller caller, URI here) {
        var wanted = wanted(body, caller);
        return wanted.taken()
                .filter(_ -> wanted.errors().isEmpty())
                .flatMap(method -> takenPayments.ready(wanted.basket(), method, caller.signature(), CHANNEL))
                .flatMap(ready -> {
                    var done = created(ready.payment(), caller, here);
                    var note = Objects.requireNonNull(done.note());
                    return once.together(
                            request,
                            caller.signature(),
                            body,
                            done,
                            key -> takenTogether.write(new TakenTogether.Work(ready, key, note)));
                });
    }

    private Once.Done create(JsonNode body, Caller caller, URI here) {
        var wanted = wanted(body, caller);
        if (!wanted.errors().isEmpty()) {
            return refused(wanted.errors());
        }
        var basket = wanted.basket();
        var made = wanted.taken()
                .map(method -> takenPayments.take(basket, method, caller.signature(), CHANNEL))
                .orElseGet(() -> payments.create(basket, Asking.anew(caller.signature(), CHANNEL)));
        return switch (made) {
            case Created.New(var payment) -> created(payment, caller, here);
            case Created.Refused(var problems) ->
                refused(problems.stream().map(PaymentCalls::field).toList());
            case Created other -> throw new IllegalStateException("A new payment was not new: " + other);
        };
    }

    /// Each line must be of a fund, an office and a method for which the key may take payments.
    private void keepWithin(Scope scope, Basket basket, Optional<Method> taken, Sent sent) {
        var method = taken.or(() -> catalogue.now().method(MethodKind.CARD_ONLINE, Channel.API))
                .map(Method::code)
                .orElse(null);
        for (int i = 0; i < basket.lines().size(); i++) {
            if (!scope.allows(basket.lines().get(i).fund(), TakenPayments.OFFICE, method)) {
                sent.note(
                        "lines[%d].fund".formatted(i),
                        "not_permitted",
                        "This key may not take payments of this fund by this method.");
            }
        }
    }

    /// Cards are what a payer can pay with here: by that kind's name, or the code of a method of it. By
    /// another method the caller has taken the money: that one is given back.
    private Optional<Method> method(Sent sent) {
        var wanted = sent.text("method", LONGEST_NAME);
        if (wanted == null || wanted.equals("card")) {
            return Optional.empty();
        }
        var taken = taken(wanted);
        if (taken.isEmpty() && !isCard(wanted)) {
            sent.note("method", "not_offered", "This method of payment is not offered here.");
        }
        return taken;
    }

    private boolean isCard(String code) {
        return catalogue
                .now()
                .method(code)
                .filter(method -> method.kind() == MethodKind.CARD_ONLINE && method.isOffered(Channel.API))
                .isPresent();
    }

    @Json
    record Line(
            String fund,
            String account,
            long amount,
            @Nullable String narrative) {}

    @Json
    record Made(
            String reference,
            String state,
            long amount,
            List<Line> lines,
            @Nullable String nextUrl) {}

    private static Once.Done refused(List<Problem.Field> errors) {
        return new Once.Done(Problem.invalid(errors).reply(), null);
    }

    private Once.Done created(Payment payment, Caller caller, URI here) {
        var note = audit.unwritten(
                caller.signature(),
                payment.state() == PaymentState.PAID ? "payment.taken" : "payment.created",
                "payment:" + payment.id(),
                "");
        var reply = ResponseEntity.created(URI.create("/api/v1/payments/" + payment.reference()))
                .<Object>body(new Made(
                        payment.reference().toString(),
                        state(payment),
                        payment.amount().pence(),
                        lines(payment),
                        payment.state().open() ? entrances.at(here, payment).toString() : null));
        return new Once.Done(reply, note);
    }

    private static Problem.Field field(Created.Problem problem) {
        var field = problem.line() < 0 ? problem.field() : "lines[%d].%s".formatted(problem.line(), problem.field());
        return Problem.Field.of(field, problem.code(), problem.words());
    }

    /// @param amount what was asked for, `paid` what the provider says was paid; pence
    /// @param returnedUnpaidOn the day on which a bank returned it: it had been paid, and is not any more
    /// @param nextUrl where the payer goes to pay, while that is possible
    @Json
    record Shown(
            String reference,
            String state,
            long amount,
            @Nullable Long paid,
            @Nullable Instant paidAt,
            @Nullable LocalDate returnedUnpaidOn,
            List<Line> lines,
            Provider provider,
            @Nullable String nextUrl) {}

    /// Nothing is known of it before the payer has been sent there.
    @Json
    record Provider(@Nullable String name, @Nullable String reference) {}

    @GetMapping("/api/v1/payments/{reference}")
    @Needs(Permission.TAKE_PAYMENTS)
    ResponseEntity<Object> one(@PathVariable("reference") String reference, HttpServletRequest request) {
        var here = ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
        return PublicReference.read(reference)
                .flatMap(payments::find)
                .filter(payment -> isShown(payment, CurrentCaller.scope(Permission.TAKE_PAYMENTS)))
                .<ResponseEntity<Object>>map(payment -> ResponseEntity.ok(shown(payment, here)))
                .orElseGet(() -> Problem.notFound("There is no such payment.").reply());
    }

    @Override
    public String kind() {
        return "payment";
    }

    /// What the call above answers, without where to pay: that is for payers, and over.
    @Override
    public Optional<SeenByPrograms.Shown> of(UUID id, ApiKey program) {
        return payments.find(new PaymentId(id))
                .filter(payment -> isShown(payment, program.scope(Permission.TAKE_PAYMENTS)))
                .map(payment -> {
                    var shown = shown(payment, null);
                    // Whoever took the money knows that it was paid, and not that a bank returned it.
                    return new SeenByPrograms.Shown(
                            payment.reference().toString(),
                            payment.takenByAsker() && shown.returnedUnpaidOn() == null ? "" : payment.askedBy(),
                            shown);
                });
    }

    /// A payment that is another's, in part or as a whole, is not there.
    private static boolean isShown(Payment payment, Scope scope) {
        return payment.lines().stream().allMatch(line -> scope.allowsFund(line.fund()));
    }

    private Shown shown(Payment payment, @Nullable URI here) {
        var returned = returnedOn(payment);
        return new Shown(
                payment.reference().toString(),
                returned.isPresent() ? PaymentState.FAILED.name().toLowerCase(Locale.ROOT) : state(payment),
                payment.amount().pence(),
                payment.paid().filter(_ -> returned.isEmpty()).map(Money::pence).orElse(null),
                payment.paidAt().filter(_ -> returned.isEmpty()).orElse(null),
                returned.orElse(null),
                lines(payment),
                new Provider(
                        payment.provider().orElse(null),
                        payment.providerReference().orElse(null)),
                here != null && payment.state().open()
                        ? entrances.at(here, payment).toString()
                        : null);
    }

    /// As with what a card provider took back, nothing of it is paid any more.
    private Optional<LocalDate> returnedOn(Payment payment) {
        return payment.state() == PaymentState.PAID
                ? unpaid.of(new Source("payment", payment.id().toString())).map(UnpaidReturn::returnedOn)
                : Optional.empty();
    }

    private static String state(Payment payment) {
        return payment.state().name().toLowerCase(Locale.ROOT);
    }

    private static List<Line> lines(Payment payment) {
        return payment.lines().stream()
                .map(line -> new Line(line.fund(), line.account(), line.amount().pence(), line.narrative()))
                .toList();
    }
}
