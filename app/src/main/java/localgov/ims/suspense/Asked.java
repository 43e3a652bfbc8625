package localgov.ims.suspense;

import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// What the address of a page of the queue asks for, and the addresses of others that ask the same.
record Asked(Map<String, String> form) {
    static final int ON_A_PAGE = 50;
    static final String PATH = "/office/suspense";

    private Queue.Order order() {
        return "largest".equals(form.get("order")) ? Queue.Order.LARGEST : Queue.Order.OLDEST;
    }

    String orderName() {
        return order() == Queue.Order.LARGEST ? "largest" : "oldest";
    }

    private Optional<String> given(String field) {
        return Optional.ofNullable(form.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean isFiltered() {
        return given("q").isPresent() || given("reason").isPresent();
    }

    boolean isFirst() {
        return place().isEmpty();
    }

    private Optional<Queue.Place> place() {
        return given("after").flatMap(Queue.Place::read);
    }

    Queue queue(int limit) {
        return new Queue(
                order(), given("q").orElse(null), given("reason").orElse(null), null, place().orElse(null), limit);
    }

    String start() {
        return address(PATH).build().encode().toUriString();
    }

    String after(SuspenseItem item) {
        return address(PATH)
                .queryParam("after", Queue.Place.of(item))
                .build()
                .encode()
                .toUriString();
    }

    String item(long id) {
        return address(PATH + "/" + id).build().encode().toUriString();
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (order() == Queue.Order.LARGEST) {
            address.queryParam("order", "largest");
        }
        given("q").ifPresent(text -> address.queryParam("q", "{q}").uriVariables(Map.of("q", text)));
        given("reason").ifPresent(text -> address.queryParam("reason", text));
        return address;
    }
}
