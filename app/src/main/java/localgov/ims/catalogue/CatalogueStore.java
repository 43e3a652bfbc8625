package localgov.ims.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return new CatalogueSnapshot(
                funds(formats), methods(), offices(), vatRates(), messages(), fees(), fundGroups());
    }

    private Map<String, CheckDigit> checkDigits() {
        var checkDigits = new HashMap<String, CheckDigit>();
        db.sql("""
                select code, kind, coalesce(modulus, 10) as modulus, substitutions, weights, subtract, results
                  from catalogue_check_digit
                """).query(row -> {
            checkDigits.put(row.getString("code"), checkDigit(row));
        });
        return checkDigits;
    }

    private static CheckDigit checkDigit(ResultSet row) throws SQLException {
        return checkDigit(
                CheckDigitKind.valueOf(row.getString("kind")),
                row.getInt("modulus"),
                row.getString("substitutions"),
                row.getString("weights"),
                row.getBoolean("subtract"),
                row.getString("results"));
    }

    /// A check digit as the settings engine keeps it: plain text by column.
    static CheckDigit checkDigit(Map<String, String> answers) {
        var modulus = answers.getOrDefault("modulus", "");
        return checkDigit(
                CheckDigitKind.valueOf(answers.getOrDefault("kind", "")),
                modulus.isEmpty() ? 10 : Integer.parseInt(modulus),
                answers.getOrDefault("substitutions", ""),
                answers.getOrDefault("weights", ""),
                answers.getOrDefault("subtract", "").equals("yes"),
                answers.getOrDefault("results", ""));
    }

    private static CheckDigit checkDigit(
            CheckDigitKind kind,
            int modulus,
            String substitutions,
            String weighing,
            boolean subtract,
            String standing) {
        var weights = numbers(weighing);
        var results = characters(standing);
        return switch (kind) {
            case WEIGHTED_SUM -> CheckDigit.weightedSum(modulus, substitutions, weights, subtract, results);
            case DYNIX -> CheckDigit.dynix(modulus, weights, results);
            case MOD_97 -> CheckDigit.mod97();
            case CREDITOR_REFERENCE -> CheckDigit.creditorReference();
            case LUHN -> CheckDigit.luhn();
        };
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

    private List<Fund> funds(Map<String, ReferenceFormat> formats) {
        return db.sql("""
                select code, name, name_cy, vat_code, online, open, maximum, account_must_exist, vat_override,
                       credit_notes, suspense, address_needed, coalesce(ledger_code, '') as ledger_code,
                       coalesce(cost_centre, '') as cost_centre, format, reference_label,
                       reference_label_cy, reference_hint, reference_hint_cy, priority,
                       price, price_kind, retired_at is not null as retired
                  from catalogue_fund
                 order by priority, code
                """).query((row, n) -> fund(row, formats)).list();
    }

    private static Fund fund(ResultSet row, Map<String, ReferenceFormat> formats) throws SQLException {
        boolean retired = row.getBoolean("retired");
        boolean open = row.getBoolean("open") && !retired;
        var format = row.getString("format");
        return new Fund(
                row.getString("code"),
                row.getString("name"),
                welsh(row, "name"),
                row.getString("vat_code"),
                row.getBoolean("online") && open,
                open,
                money(row, "maximum"),
                row.getBoolean("account_must_exist"),
                row.getBoolean("vat_override"),
                row.getBoolean("credit_notes"),
                row.getBoolean("suspense"),
                row.getBoolean("address_needed"),
                row.getString("ledger_code"),
                row.getString("cost_centre"),
                format == null ? null : formats.get(format),
                row.getString("reference_label"),
                welsh(row, "reference_label"),
                row.getString("reference_hint"),
                welsh(row, "reference_hint"),
                row.getInt("priority"),
                retired,
                price(row));
    }

    private static @Nullable Price price(ResultSet row) throws SQLException {
        var amount = money(row, "price");
        return amount == null ? null : new Price(amount, PriceKind.valueOf(row.getString("price_kind")));
    }

    private List<Method> methods() {
        return db.sql("""
                select code, name, name_cy, kind, minimum, maximum, open, on_portal, by_staff, by_phone, by_api, by_import,
                       refundable, reversal, colour, retired_at is not null as retired
                  from catalogue_method
                 order by code
                """).query((row, n) -> method(row)).list();
    }

    private static Method method(ResultSet row) throws SQLException {
        boolean retired = row.getBoolean("retired");
        return new Method(
                row.getString("code"),
                row.getString("name"),
                welsh(row, "name"),
                MethodKind.valueOf(row.getString("kind")),
                money(row, "minimum"),
                money(row, "maximum"),
                row.getBoolean("open") && !retired,
                offered(row),
                row.getBoolean("refundable"),
                row.getBoolean("reversal"),
                row.getString("colour"),
                retired);
    }

    private static Set<Channel> offered(ResultSet row) throws SQLException {
        var offered = EnumSet.noneOf(Channel.class);
        for (var channel : Channel.values()) {
            if (row.getBoolean(MethodData.column(channel))) {
                offered.add(channel);
            }
        }
        return offered;
    }

    private List<FundMessage> messages() {
        return db.sql("""
                select fund, code, words, words_cy, shown_to, stops, from_day, until_day, outside_code
                  from catalogue_fund_message
                 where retired_at is null
                 order by fund, code
                """).query((row, n) -> message(row)).list();
    }

    private static FundMessage message(ResultSet row) throws SQLException {
        return new FundMessage(
                row.getString("code"),
                row.getString("fund"),
                row.getString("words"),
                welsh(row, "words"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                ShownTo.valueOf(row.getString("shown_to")),
                row.getBoolean("stops"),
                row.getString("outside_code"));
    }

    private List<Office> offices() {
        return db.sql("""
                select code, name
                  from catalogue_office
                 where retired_at is null
                 order by code
                """)
                .query((row, n) -> new Office(row.getString("code"), row.getString("name")))
                .list();
    }

    private List<VatRate> vatRates() {
        return db.sql("""
                select vat_code, basis_points, from_day
                  from catalogue_vat_rate
                 where retired_at is null
                 order by vat_code, from_day
                """)
                .query((row, n) -> new VatRate(
                        row.getString("vat_code"),
                        row.getInt("basis_points"),
                        row.getObject("from_day", LocalDate.class)))
                .list();
    }

    private List<Fee> fees() {
        return db.sql("""
                select method, from_day, coalesce(basis_points, 0) as basis_points, coalesce(fixed, 0) as fixed, least, most,
                       borne, fund, account, vat_code
                  from catalogue_fee
                 where retired_at is null
                 order by method, from_day
                """)
                .query((row, n) -> new Fee(
                        row.getString("method"),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("basis_points"),
                        Money.pence(row.getLong("fixed")),
                        money(row, "least"),
                        money(row, "most"),
                        Borne.valueOf(row.getString("borne")),
                        row.getString("fund"),
                        row.getString("account"),
                        row.getString("vat_code")))
                .list();
    }

    private List<FundGroup> fundGroups() {
        return db.sql("""
                select code, name, name_cy,
                       array(select fund from catalogue_fund_group_funds where fund_group = code) as funds
                  from catalogue_fund_group
                 where retired_at is null
                 order by code
                """)
                .query((row, n) -> new FundGroup(
                        row.getString("code"), row.getString("name"), welsh(row, "name"), Set.of((String[])
                                row.getArray("funds").getArray())))
                .list();
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
                withOneCheck(answers.getOrDefault("mask", ""), checkDigit),
                checkDigit);
    }

    /// Who chooses another check digit for a format may leave two signs for it in the mask where it has one character
    /// now: the others are then letters or digits.
    private static String withOneCheck(String mask, @Nullable CheckDigit checkDigit) {
        int first = mask.indexOf('@');
        return first < 0 || checkDigit == null || checkDigit instanceof Mod97
                ? mask
                : mask.substring(0, first + 1) + mask.substring(first + 1).replace('@', '?');
    }

    private static List<String> listed(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
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

    /// A text in Welsh, or in English as long as nobody has put it into Welsh.
    private static String welsh(ResultSet row, String column) throws SQLException {
        var welsh = row.getString(column + "_cy");
        return welsh.isEmpty() ? row.getString(column) : welsh;
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        long pence = row.getLong(column);
        return row.wasNull() ? null : Money.pence(pence);
    }
}
