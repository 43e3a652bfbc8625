package localgov.ims.counter;

/// Addresses of the counter's pages. None says anything of a payer.
final class CounterPaths {
    static final String ROOT = "/office/counter";
    static final String ONE = ROOT + "/{id}";

    private CounterPaths() {}

    static String of(CounterId id) {
        return ROOT + "/" + id;
    }

    static String find(CounterId id) {
        return of(id) + "/find";
    }

    static String add(CounterId id) {
        return of(id) + "/add";
    }

    static String line(CounterId id, int line) {
        return of(id) + "/lines/" + line;
    }

    static String how(CounterId id) {
        return of(id) + "/how";
    }

    static String take(CounterId id) {
        return of(id) + "/take";
    }

    static String card(CounterId id) {
        return of(id) + "/card";
    }

    static String receipt(CounterId id) {
        return of(id) + "/receipt";
    }

    static String reverse(CounterId id) {
        return of(id) + "/reverse";
    }

    /// Where a payment stands now.
    static String now(CounterPayment payment) {
        return switch (payment.state()) {
            case OPEN -> of(payment.id());
            case ON_CARD_PAGE -> card(payment.id());
            case TAKEN, REVERSED -> receipt(payment.id());
            case GIVEN_UP -> ROOT;
        };
    }
}
