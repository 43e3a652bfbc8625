package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Foresight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// References that are there already and that their fund would no longer take: after a change of its format, of the
/// check digit of that, or by choosing another format.
@Component
class OrphanedReferences implements Foresight {
    private final Catalogue catalogue;
    private final Drafts drafts;
    private final ObjectProvider<KnownReferences> rooms;

    OrphanedReferences(Catalogue catalogue, Drafts drafts, ObjectProvider<KnownReferences> rooms) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.rooms = rooms;
    }

    @Override
    public List<Consequence> of(String type, Entry before, Map<String, String> after) {
        var found = new ArrayList<Consequence>();
        for (var reforming : reforming(type, before, after)) {
            rooms.orderedStream().forEach(room -> found.addAll(room.orphanedBy(reforming)));
        }
        return found;
    }

    private List<Reforming> reforming(String type, Entry before, Map<String, String> after) {
        if (before.values().equals(after)) {
            return List.of();
        }
        if (type.equals(CatalogueData.FUNDS.slug())) {
            return otherFormat(before, after).stream().toList();
        }
        if (type.equals(CatalogueData.REFERENCE_FORMATS.slug())) {
            return fundsWith(before.key(), drafts.format(after));
        }
        return type.equals(CatalogueData.CHECK_DIGITS.slug())
                ? drafts.formsWith(before.key(), CatalogueStore.checkDigit(after)).stream()
                        .flatMap(one -> fundsWith(one.entry().key(), one.format()).stream())
                        .toList()
                : List.of();
    }

    private Optional<Reforming> otherFormat(Entry before, Map<String, String> after) {
        var next = after.getOrDefault("format", "");
        return next.isEmpty() || next.equals(before.value("format"))
                ? Optional.empty()
                : catalogue
                        .now()
                        .fund(before.key())
                        .flatMap(fund -> drafts.format(next).map(format -> new Reforming(fund, fund.format(), format)));
    }

    private List<Reforming> fundsWith(String format, ReferenceFormat next) {
        return catalogue.now().funds().stream()
                .filter(fund -> fund.format() != null && fund.format().code().equals(format))
                .map(fund -> new Reforming(fund, fund.format(), next))
                .toList();
    }
}
