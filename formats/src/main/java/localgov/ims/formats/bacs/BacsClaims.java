package localgov.ims.formats.bacs;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.bacs.BacsAdvice.Money;
import localgov.ims.formats.bacs.BacsTelling.Place;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads one `Document` of indemnity claims: what banks gave back to payers under the Direct Debit Guarantee, and
/// claims that they withdraw.
final class BacsClaims {

    /// A claim is about some years of monthly collections at most.
    private static final int MOST_COLLECTIONS = 10_000;

    private static final Set<String> KEPT = Set.of(
            "TotalAmount",
            "SUReference",
            "ReasonCode",
            "ReasonCodeMeaning",
            "PayerName",
            "PayerSortCode",
            "PayerAccount",
            "PayingBankReference",
            "Amount",
            "DateOfDirectDebit");

    private final Xml xml;
    private final BacsTelling telling;
    private String serviceUser = "";
    private String number = "";
    private boolean begun;
    private @Nullable LocalDate day;

    BacsClaims(Xml xml, BacsTelling telling) {
        this.xml = xml;
        this.telling = telling;
    }

    /// @return whether there are claims, or withdrawn ones, in it
    boolean read() throws IOException, UnreadableFile {
        xml.eachChild(name -> {
            switch (name) {
                case "ServiceUserNumber" -> serviceUser = xml.text();
                case "ReportNumber" -> number = xml.text();
                case "NewAdvices" -> advices("DDICAdvice", "TotalValueOfDebits", "claims-total", Money.CLAIMED);
                case "Cancellations" ->
                    advices("DDICCancellation", "TotalValueOfCancellations", "withdrawn-total", Money.CLAIM_WITHDRAWN);
                default -> {}
            }
        });
        return begun;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            telling.report(new BacsHead(BacsReport.DDIC, "", number, null, serviceUser));
        }
    }

    private void advices(String item, String total, String check, Money money) throws IOException, UnreadableFile {
        begin();
        day = null;
        var sum = new Sum();
        xml.eachChild(name -> {
            if (name.equals("DateOfDebit")) {
                debit();
            } else if (name.equals(total)) {
                sum.stated = xml.text();
            } else if (name.equals(item)) {
                var advice = advice(money);
                if (advice != null) {
                    sum.value = sum.value.add(Objects.requireNonNull(advice.amount()));
                    sum.differing += advice.collectionsAddUp() ? 0 : 1;
                    telling.advice(advice);
                }
            }
        });
        telling.check(BacsReader.total(check, sum.stated, sum.value));
        if (sum.differing > 0) {
            telling.check(Check.warn("collections-add-up", "0 claims differ", sum.differing + " claims differ", false));
        }
    }

    private void debit() throws IOException, UnreadableFile {
        var place = Place.of(xml);
        var written = xml.text();
        day = BacsReader.day(written);
        if (day == null) {
            telling.problem(place, written, "The day on which the bank takes the money is not a day of the calendar");
        }
    }

    private @Nullable BacsAdvice advice(Money money) throws IOException, UnreadableFile {
        var place = Place.of(xml);
        Map<String, String> said = new HashMap<>();
        List<BacsAdvice.@Nullable Collection> collections = new ArrayList<>();
        xml.eachChild(name -> {
            if (name.equals("DDCollections")) {
                xml.eachChild(_ -> collections.add(collection(collections.size())));
            } else {
                keep(said, name);
            }
        });
        var amount = amount(place, said.getOrDefault("TotalAmount", ""));
        var read = collections.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return amount == null || read.size() < collections.size() ? null : advice(place, money, said, amount, read);
    }

    private void keep(Map<String, String> said, String name) throws IOException, UnreadableFile {
        if (KEPT.contains(name)) {
            said.put(name, xml.text());
        }
    }

    private BacsAdvice advice(
            Place place,
            Money money,
            Map<String, String> said,
            BigDecimal amount,
            List<BacsAdvice.Collection> collections) {
        var meaning = said.getOrDefault("ReasonCodeMeaning", "");
        return new BacsAdvice(
                place.line(),
                BacsReport.DDIC,
                said.getOrDefault("SUReference", ""),
                money,
                amount,
                "GBP",
                day,
                BacsReasons.of(BacsReport.DDIC, said.getOrDefault("ReasonCode", ""), meaning),
                meaning,
                said.getOrDefault("PayerName", ""),
                BacsReader.account(said.getOrDefault("PayerSortCode", ""), said.getOrDefault("PayerAccount", "")),
                "",
                "",
                said.getOrDefault("PayingBankReference", ""),
                "",
                collections);
    }

    /// One collection of a claim; null when it cannot be read, and then the claim is not told.
    private BacsAdvice.@Nullable Collection collection(int before) throws IOException, UnreadableFile {
        var place = Place.of(xml);
        if (before >= MOST_COLLECTIONS) {
            throw new UnreadableFile(new Problem(
                    place.line(),
                    place.column(),
                    null,
                    "This claim is about more than 10,000 collections, so this is not a report from Bacs."));
        }
        Map<String, String> said = new HashMap<>();
        xml.eachChild(name -> keep(said, name));
        var amount = amount(place, said.getOrDefault("Amount", ""));
        var written = said.getOrDefault("DateOfDirectDebit", "");
        var collected = BacsReader.day(written);
        if (collected == null && !written.isEmpty()) {
            telling.problem(place, written, "The day of this collection is not a day of the calendar");
            return null;
        }
        return amount == null ? null : new BacsAdvice.Collection(collected, amount);
    }

    private @Nullable BigDecimal amount(Place place, String written) throws UnreadableFile {
        var amount = BacsReader.amount(written, "GBP");
        if (amount.fault() != null) {
            telling.problem(place, written, amount.fault());
            return null;
        }
        return amount.value();
    }

    /// What the section states and what was read.
    private static final class Sum {
        String stated = "";
        BigDecimal value = BigDecimal.ZERO;
        long differing;
    }
}
