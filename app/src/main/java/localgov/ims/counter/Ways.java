package localgov.ims.counter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.Office;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;

/// What somebody may take payments for, where and with what: what the council offers, within their limits.
record Ways(CatalogueSnapshot now, Scope scope) {
    /// These stand for no place where somebody could be.
    private static final Set<String> NO_PLACES = Set.of("WEB", "BANK", "S");

    List<Fund> funds() {
        return now.funds().stream().filter(this::isTaken).toList();
    }

    private boolean isTaken(Fund fund) {
        return fund.open() && !fund.retired() && !fund.isSuspense() && scope.allowsFund(fund.code());
    }

    Optional<Fund> fund(String code) {
        return now.fund(code).filter(this::isTaken);
    }

    List<Office> offices() {
        return now.offices().stream()
                .filter(office -> !NO_PLACES.contains(office.code()))
                .filter(office -> some(Limits::offices, office.code()))
                .toList();
    }

    Optional<Office> office(String code) {
        return offices().stream().filter(office -> office.code().equals(code)).findFirst();
    }

    /// The methods by which money may come so.
    List<Method> methods(Came came) {
        return methods().stream()
                .filter(method -> Means.of(method, came).isPresent())
                .toList();
    }

    /// Every method by which money may come in any way.
    List<Method> methods() {
        return now.methods().stream()
                .filter(method -> List.of(Came.values()).stream()
                        .anyMatch(came -> Means.of(method, came).isPresent()))
                .filter(method -> some(Limits::methods, method.code()))
                .toList();
    }

    Optional<Method> method(String code) {
        return methods().stream().filter(method -> method.code().equals(code)).findFirst();
    }

    /// The methods that take money back which came by a method, such as a returned cheque for a cheque, where staff may
    /// use them.
    List<Method> methodsBack(String came) {
        var kind = now.method(came).map(Method::kind);
        return now.methods().stream()
                .filter(method -> method.open() && method.reversal())
                .filter(method -> kind.filter(method.kind()::equals).isPresent())
                .filter(method -> method.offered().contains(Came.DESK.channel()))
                .filter(method -> some(Limits::methods, method.code()))
                .toList();
    }

    private interface Kind {
        Set<String> of(Limits limits);
    }

    private boolean some(Kind kind, String code) {
        return scope.anyOf().stream().map(kind::of).anyMatch(allowed -> allowed.isEmpty() || allowed.contains(code));
    }
}
