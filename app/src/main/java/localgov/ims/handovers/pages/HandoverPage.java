package localgov.ims.handovers.pages;

import java.util.List;
import java.util.Map;

/// What a payer is about to pay whom another system handed over.
///
/// @param from the other system, as the council calls it
/// @param fields what is sent on, as it came
public record HandoverPage(String from, String total, List<Row> rows, String target, Map<String, String> fields) {
    public record Row(String name, String label, String account, String amount) {}
}
