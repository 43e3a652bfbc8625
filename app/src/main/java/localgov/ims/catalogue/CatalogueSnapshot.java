package localgov.ims.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The whole catalogue of a council at one moment, in memory and immutable. Ask it as often as you like.
public final class CatalogueSnapshot {
    private final List<Fund> funds;
    private final Map<String, Fund> fundsByCode;
    private final List<Method> methods;
    private final Map<String, Method> methodsByCode;
    private final List<Office> offices;
    private final Map<String, NavigableMap<LocalDate, VatRate>> rates;
    private final Map<String, List<FundMessage>> messages;
    private final Map<String, NavigableMap<LocalDate, Fee>> fees;
    private final List<FundGroup> fundGroups;
    /// Funds by the length of a reference, in priority order.
    private final List<List<Fund>> byLength;

    CatalogueSnapshot(
            List<Fund> funds,
            List<Method> methods,
            List<Office> offices,
            List<VatRate> rates,
            List<FundMessage> messages,
            List<Fee> fees,
            List<FundGroup> fundGroups) {
        this.funds = funds.stream().filter(fund -> !fund.retired()).toList();
        this.fundsByCode = funds.stream().collect(Collectors.toMap(Fund::code, Function.identity()));
        this.methods = methods.stream().filter(method -> !method.retired()).toList();
        this.methodsByCode = methods.stream().collect(Collectors.toMap(Method::code, Function.identity()));
        this.offices = List.copyOf(offices);
        this.rates = rates.stream()
                .collect(Collectors.groupingBy(
                        VatRate::code,
                        Collectors.toMap(VatRate::from, Function.identity(), (a, b) -> b, TreeMap::new)));
        this.messages = messages.stream().collect(Collectors.groupingBy(FundMessage::fund));
        this.fees = fees.stream()
                .collect(Collectors.groupingBy(
                        Fee::method, Collectors.toMap(Fee::from, Function.identity(), (a, b) -> b, TreeMap::new)));
        this.fundGroups = List.copyOf(fundGroups);
        this.byLength = byLength(this.funds);
    }

    private static List<List<Fund>> byLength(List<Fund> funds) {
        var byLength = new ArrayList<List<Fund>>();
        for (int length = 0; length <= ReferenceRules.LONGEST; length++) {
            int wanted = length;
            byLength.add(funds.stream().filter(fund -> mayHave(fund, wanted)).toList());
        }
        return List.copyOf(byLength);
    }

    private static boolean mayHave(Fund fund, int length) {
        return fund.format() != null
                && fund.format().shape().shortest() <= length
                && length <= fund.format().shape().longest();
    }

    /// Every fund that is not retired, in priority order; closed ones too.
    public List<Fund> funds() {
        return funds;
    }

    /// A fund by its code; also a retired one, because old receipts still name it.
    public Optional<Fund> fund(String code) {
        return Optional.ofNullable(fundsByCode.get(code));
    }

    /// Every method of payment that is not retired, by code; closed ones too.
    public List<Method> methods() {
        return methods;
    }

    /// A method by its code; also a retired one.
    public Optional<Method> method(String code) {
        return Optional.ofNullable(methodsByCode.get(code));
    }

    /// The first open method of a kind, by code.
    public Optional<Method> method(MethodKind kind) {
        return methods.stream()
                .filter(method -> method.kind() == kind && method.open())
                .findFirst();
    }

    /// Whether the council ever wrote down a method of a kind; also retired ones.
    public boolean knows(MethodKind kind) {
        return methodsByCode.values().stream().anyMatch(method -> method.kind() == kind);
    }

    /// The first method of a kind that is offered there, by code.
    public Optional<Method> method(MethodKind kind, Channel channel) {
        return methods.stream()
                .filter(method -> method.kind() == kind && method.isOffered(channel))
                .findFirst();
    }

    /// The groups that are not retired, by code.
    public List<FundGroup> fundGroups() {
        return fundGroups;
    }

    /// The funds that are in a group now; none in a group that there is not, or not any more.
    public Set<String> fundsOf(String group) {
        return fundGroups.stream()
                .filter(one -> one.code().equals(group))
                .findFirst()
                .map(FundGroup::funds)
                .orElse(Set.of());
    }

    /// What payments by a method cost on a day; empty when nothing is said of it, or not yet.
    public Optional<Fee> fee(String method, LocalDate day) {
        return Optional.ofNullable(fees.get(method))
                .map(known -> known.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    /// What a fund says on a day, to whomever.
    public List<FundMessage> messages(String fund, LocalDate day) {
        return messages.getOrDefault(fund, List.of()).stream()
                .filter(message -> message.holdsOn(day))
                .toList();
    }

    public List<Office> offices() {
        return offices;
    }

    /// The VAT codes that have had a rate, in order.
    public List<String> vatCodes() {
        return rates.keySet().stream().sorted().toList();
    }

    /// The rate of a VAT code on a day; empty when the code is unknown or its first rate begins later.
    public Optional<VatRate> vat(String vatCode, LocalDate day) {
        return Optional.ofNullable(rates.get(vatCode))
                .map(known -> known.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    /// The funds whose format accepts the reference, in priority order; closed ones too, funds without a
    /// format never.
    public List<Fund> fitting(String reference) {
        if (!isPlain(reference)) {
            return funds.stream()
                    .filter(fund -> fund.format() != null
                            && fund.format().check(reference).fits())
                    .toList();
        }
        int length = reference.length();
        if (length > ReferenceRules.LONGEST) {
            return List.of();
        }
        var fitting = new ArrayList<Fund>(2);
        for (var fund : byLength.get(length)) {
            if (fund.format() != null && fund.format().fits(reference)) {
                fitting.add(fund);
            }
        }
        return List.copyOf(fitting);
    }

    /// Whether keeping the reference would leave it as it is in every format.
    private static boolean isPlain(String reference) {
        for (int i = 0; i < reference.length(); i++) {
            if (!Places.BOTH.has(reference.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The fund that holds money nobody has placed yet.
    public Optional<Fund> suspense() {
        return funds.stream().filter(Fund::isSuspense).findFirst();
    }
}
