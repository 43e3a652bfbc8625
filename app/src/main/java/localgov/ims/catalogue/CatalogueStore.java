package localgov.ims.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the whole catalogue: one query for each type.
@Repository
class CatalogueStore {
    private final JdbcClient db;

    CatalogueStore(JdbcClient db) {
        this.db = db;
    }

    CatalogueSnapshot load() {
        var formats = formats(checkDigits());
        return new CatalogueSnapshot(funds(formats), methods(), offices(), vatRates());
    }

    record CheckDigitRow(
            String code, CheckDigitKind kind, @Nullable Integer modulus, String substitutions, String weights,
            boolean subtract, String results) {
        CheckDigit checkDigit() {
            int by = modulus == null ? 10 : modulus;
            return switch (kind) {
                case WEIGHTED_SUM ->
                    CheckDigit.weightedSum(by, substitutions, numbers(weights), subtract, characters(results));
                case DYNIX -> CheckDigit.dynix(by, numbers(weights), characters(results));
                case MOD_97 -> CheckDigit.mod97();
                case CREDITOR_REFERENCE -> CheckDigit.creditorReference();
                case LUHN -> CheckDigit.luhn();
            };
        }
    }

    private Map<String, CheckDigit> checkDigits() {
        return db.sql("""
                select code, kind, modulus, substitutions, weights, subtract, results
                  from catalogue_check_digit
                """).query(CheckDigitRow.class).list().stream()
                .collect(Collectors.toMap(CheckDigitRow::code, CheckDigitRow::checkDigit));
    }

    private Map<String, ReferenceFormat> formats(Map<String, CheckDigit> checkDigits) {
        var formats = new HashMap<String, ReferenceFormat>();
        db.sql("""
                select code, name, cast(shortest as text) as shortest, cast(longest as text) as longest,
                       coalesce(characters, '') as characters, starts, pattern, mask,
                       coalesce(check_digit, '') as check_digit
                  from catalogue_reference_format
                """).query().listOfRows().forEach(row -> {
            var answers = row.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, cell -> String.valueOf(cell.getValue())));
            var rules = rules(answers, checkDigits.get(answers.getOrDefault("check_digit", "")));
            formats.put(rules.code(), ReferenceFormat.of(rules));
        });
        return formats;
    }

    record FundRow(
            String code, String name, String nameCy, String vatCode, boolean online, boolean open,
            @Nullable Money maximum, boolean accountMustExist, boolean vatOverride, boolean creditNotes,
            boolean suspense, boolean addressNeeded, String ledgerCode, @Nullable String format,
            String referenceLabel, String referenceLabelCy, String referenceHint, String referenceHintCy,
            int priority, boolean retired) {
        Fund fund(Map<String, ReferenceFormat> formats) {
            return new Fund(
                    code, name, orElse(nameCy, name), vatCode, online && open && !retired, open && !retired, maximum,
                    accountMustExist, vatOverride, creditNotes, suspense, addressNeeded, ledgerCode,
                    format == null ? null : formats.get(format), referenceLabel,
                    orElse(referenceLabelCy, referenceLabel), referenceHint, orElse(referenceHintCy, referenceHint),
                    priority, retired);
        }
    }

    private List<Fund> funds(Map<String, ReferenceFormat> formats) {
        return db.sql("""
                select code, name, name_cy, vat_code, online, open, maximum, account_must_exist, vat_override,
                       credit_notes, suspense, address_needed, ledger_code, format, reference_label,
                       reference_label_cy, reference_hint, reference_hint_cy, priority,
                       retired_at is not null as retired
                  from catalogue_fund
                 order by priority, code
                """).query(FundRow.class).list().stream().map(row -> row.fund(formats)).toList();
    }

    record MethodRow(
            String code, String name, String nameCy, MethodKind kind, @Nullable Money minimum, @Nullable Money maximum,
            boolean open, boolean refundable, boolean retired) {
        Method method() {
            return new Method(
                    code, name, orElse(nameCy, name), kind, minimum, maximum, open && !retired, refundable, retired);
        }
    }

    private List<Method> methods() {
        return db.sql("""
                select code, name, name_cy, kind, minimum, maximum, open, refundable, retired_at is not null as retired
                  from catalogue_method
                 order by code
                """).query(MethodRow.class).list().stream().map(MethodRow::method).toList();
    }

    private List<Office> offices() {
        return db.sql("""
                select code, name
                  from catalogue_office
                 where retired_at is null
                 order by code
                """).query(Office.class).list();
    }

    record RateRow(String vatCode, int basisPoints, LocalDate fromDay) {}

    private List<VatRate> vatRates() {
        return db.sql("""
                select vat_code, basis_points, from_day
                  from catalogue_vat_rate
                 where retired_at is null
                 order by vat_code, from_day
                """).query(RateRow.class).list().stream()
                .map(row -> new VatRate(row.vatCode(), row.basisPoints(), row.fromDay()))
                .toList();
    }

    /// The rules of a format as the settings engine keeps them: plain text by column.
    static ReferenceRules rules(Map<String, String> answers, @Nullable CheckDigit checkDigit) {
        var characters = answers.getOrDefault("characters", "");
        return new ReferenceRules(
                answers.getOrDefault("code", ""),
                answers.getOrDefault("name", ""),
                Integer.parseInt(answers.getOrDefault("shortest", "0")),
                Integer.parseInt(answers.getOrDefault("longest", "0")),
                characters.isEmpty() ? null : CharacterClass.valueOf(characters),
                listed(answers.getOrDefault("starts", "")),
                answers.getOrDefault("pattern", ""),
                answers.getOrDefault("mask", ""),
                checkDigit);
    }

    private static List<String> listed(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static List<Integer> numbers(String text) {
        return listed(text).stream().map(Integer::valueOf).toList();
    }

    /// `10:A,11:0` as a map.
    private static Map<Integer, String> characters(String text) {
        return listed(text).stream()
                .map(pair -> pair.split(":", 2))
                .collect(Collectors.toMap(pair -> Integer.valueOf(pair[0]), pair -> pair[1], (first, again) -> first));
    }

    private static String orElse(String welsh, String english) {
        return welsh.isEmpty() ? english : welsh;
    }
}
