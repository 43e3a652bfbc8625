package localgov.ims.staff;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.FundGroup;
import localgov.ims.govuk.Choice;
import localgov.ims.people.Limits;
import localgov.ims.staff.pages.LimitChoices;
import org.springframework.util.MultiValueMap;

/// What was ticked of the groups of funds, single funds, offices and methods that something is to be limited to. What
/// the catalogue does not know cannot be ticked.
final class LimitForm {
    private final Naming naming;
    private final MultiValueMap<String, String> form;

    LimitForm(Naming naming, MultiValueMap<String, String> form) {
        this.naming = naming;
        this.form = form;
    }

    private CatalogueSnapshot catalogue() {
        return naming.catalogue();
    }

    private Stream<Fund> funds() {
        return catalogue().funds().stream().filter(fund -> !fund.isSuspense());
    }

    Limits limits() {
        return new Limits(
                ticked("fundGroups", groups()),
                ticked("funds", funds().map(Fund::code)),
                ticked("offices", catalogue().offices().stream().map(office -> office.code())),
                ticked("methods", catalogue().methods().stream().map(method -> method.code())));
    }

    private Stream<String> groups() {
        return catalogue().fundGroups().stream().map(FundGroup::code);
    }

    private Set<String> ticked(String field, Stream<String> known) {
        var sent = form.getOrDefault(field, List.of());
        return known.filter(sent::contains).collect(Collectors.toUnmodifiableSet());
    }

    LimitChoices choices() {
        var limits = limits();
        return new LimitChoices(
                choices(groups(), naming::fundGroup),
                choices(funds().map(Fund::code), naming::fund),
                choices(catalogue().offices().stream().map(office -> office.code()), naming::office),
                choices(catalogue().methods().stream().map(method -> method.code()), naming::method),
                List.copyOf(limits.groups()),
                List.copyOf(limits.funds()),
                List.copyOf(limits.offices()),
                List.copyOf(limits.methods()));
    }

    private static List<Choice> choices(Stream<String> codes, Function<String, String> name) {
        return codes.map(code -> Choice.of(code, name.apply(code))).toList();
    }
}
