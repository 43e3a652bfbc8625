package localgov.ims.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.sandbox.Faults.Fault;
import localgov.ims.sandbox.PayDoor.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Searches of the simulated API: payments, refunds, agreements and disputes.
@RestController
@DemoOnly
@RequestMapping(PayApi.ROOT + "/v1")
class PaySearch {
    /// How long a search lags behind when told to.
    private static final long LAG_SECONDS = 60;

    private final PayDoor door;
    private final PaySearchStore store;
    private final Agreements agreements;
    private final SimulatedDisputes disputes;
    private final Faults faults;

    PaySearch(PayDoor door, PaySearchStore store, Agreements agreements, SimulatedDisputes disputes, Faults faults) {
        this.door = door;
        this.store = store;
        this.agreements = agreements;
        this.disputes = disputes;
        this.faults = faults;
    }

    @GetMapping("/payments")
    void payments(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer("search", request, response, call -> {
            var wish = SearchReading.payments(parameters(request));
            return refused(wish, "P0401").orElseGet(() -> {
                var filter = lagging(wish.filter(), call);
                return page(call, wish, "/v1/payments", "P0402", store.countPayments(call.gateway(), filter), () -> {
                    var found = store.payments(call.gateway(), filter, wish.size(), wish.offset());
                    return found.stream()
                            .<Object>map(payment -> PaymentJson.found(payment, call.gateway(), call.base(), call.now()))
                            .toList();
                });
            });
        });
    }

    @GetMapping("/refunds")
    void refunds(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer("search", request, response, call -> {
            var wish = SearchReading.refunds(parameters(request));
            return refused(wish, "P1101").orElseGet(() -> {
                var filter = lagging(wish.filter(), call);
                return page(call, wish, "/v1/refunds", "P1100", store.countRefunds(call.gateway(), filter), () -> {
                    var found = store.refunds(call.gateway(), filter, wish.size(), wish.offset());
                    return found.stream()
                            .<Object>map(refund -> withPayment(refund, call))
                            .toList();
                });
            });
        });
    }

    @GetMapping("/agreements")
    void agreements(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer("search", request, response, call -> {
            var parameters = parameters(request);
            var wish = SearchReading.agreements(parameters);
            return refused(wish, "P2401").orElseGet(() -> {
                var all = agreements.search(call.gateway(), parameters.get("reference"), parameters.get("status"));
                return page(
                        call,
                        wish,
                        "/v1/agreements",
                        "P2402",
                        all.size(),
                        () -> all.stream()
                                .skip(wish.offset())
                                .limit(wish.size())
                                .<Object>map(Agreements.Agreement::json)
                                .toList());
            });
        });
    }

    /// The links have another name here than everywhere else.
    @GetMapping("/disputes")
    void disputes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.answer("search", request, response, call -> {
            var wish = SearchReading.disputes(parameters(request));
            return refused(wish, "P0401").orElseGet(() -> {
                var status = wish.parameters().get("status");
                var total = disputes.count(call.gateway(), wish.filter(), status);
                var reply = page(call, wish, "/v1/disputes", "P0402", total, () -> {
                    var found = disputes.search(call.gateway(), wish.filter(), status, wish.size(), wish.offset());
                    return found.stream()
                            .<Object>map(one -> one.json(call.base(), PaymentJson.day(call.now())))
                            .toList();
                });
                if (reply.body() instanceof Map<?, ?> body) {
                    var renamed = new LinkedHashMap<Object, @Nullable Object>(body);
                    renamed.put("links", renamed.remove("_links"));
                    return PayReply.of(reply.status(), renamed);
                }
                return reply;
            });
        });
    }

    private static Map<String, @Nullable Object> withPayment(SimulatedRefunds.Refund refund, Call call) {
        var json = refund.json(call.base());
        json.put("payment_id", refund.payment());
        return json;
    }

    private SearchFilter lagging(SearchFilter filter, Call call) {
        return faults.strikes(Fault.SEARCH_LAGS, "search")
                ? filter.before(call.now().minusSeconds(LAG_SECONDS))
                : filter;
    }

    private static Optional<PayReply> refused(SearchReading.Wish wish, String code) {
        return wish.wrong().isEmpty()
                ? Optional.empty()
                : Optional.of(PayReply.of(new PayError(
                        422,
                        code,
                        "Invalid parameters: %s. See Public API documentation for the correct data formats"
                                .formatted(String.join(", ", wish.wrong())))));
    }

    private interface Results {
        List<Object> read();
    }

    private static PayReply page(
            Call call, SearchReading.Wish wish, String path, String pageNotFound, long total, Results results) {
        var last = Math.max(1, (total + wish.size() - 1) / wish.size());
        if (wish.page() > last) {
            return PayReply.of(new PayError(404, pageNotFound, "Page not found"));
        }
        var found = results.read();
        var json = new LinkedHashMap<String, Object>();
        json.put("total", total);
        json.put("count", found.size());
        json.put("page", wish.page());
        json.put("results", found);
        json.put("_links", links(call.base() + path, wish, last));
        return PayReply.ok(json);
    }

    private static Map<String, Object> links(String address, SearchReading.Wish wish, long last) {
        var links = new LinkedHashMap<String, Object>();
        links.put("self", link(address, wish, wish.page()));
        links.put("first_page", link(address, wish, 1));
        links.put("last_page", link(address, wish, last));
        if (wish.page() > 1) {
            links.put("prev_page", link(address, wish, wish.page() - 1));
        }
        if (wish.page() < last) {
            links.put("next_page", link(address, wish, wish.page() + 1));
        }
        return links;
    }

    private static Map<String, Object> link(String address, SearchReading.Wish wish, long page) {
        var url = UriComponentsBuilder.fromUriString(address);
        var names = new ArrayList<Object>();
        wish.parameters().forEach((name, value) -> {
            if (!name.equals("page")) {
                url.queryParam(name, "{value}");
                names.add(value);
            }
        });
        url.queryParam("page", page);
        return PaymentJson.link(url.encode().buildAndExpand(names.toArray()).toUriString(), "GET");
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        return parameters;
    }
}
