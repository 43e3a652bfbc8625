package localgov.ims.disputes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.kernel.Money;

/// Which bills what was lost comes from, by their lines. Where all of them are lost, or there is only
/// one, that is plain; otherwise a person says, and until then none has lost anything.
///
/// @param unplaced what comes from no bill
record Allotment(Map<Integer, Money> parts, Money unplaced) {
    Allotment {
        parts = Map.copyOf(parts);
    }

    static Allotment of(Money lost, List<Dispute.Line> lines) {
        var open = new LinkedHashMap<Integer, Money>();
        lines.stream().filter(line -> line.open().isPositive()).forEach(line -> open.put(line.line(), line.open()));
        var all = open.values().stream().reduce(Money.ZERO, Money::plus);
        if (!all.isMoreThan(lost)) {
            return new Allotment(open, lost.minus(all));
        }
        return open.size() == 1
                ? new Allotment(Map.of(open.keySet().iterator().next(), lost), Money.ZERO)
                : new Allotment(Map.of(), lost);
    }
}
