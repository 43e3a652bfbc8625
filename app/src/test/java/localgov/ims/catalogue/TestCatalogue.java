package localgov.ims.catalogue;

import localgov.ims.TestCouncil;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A dozen of Aldermere's funds, for tests of the rooms that need some.
public final class TestCatalogue {
    private TestCatalogue() {}

    public static Catalogue on(TestCouncil council) {
        return new Catalogue(new CatalogueStore(council.db), council.clock());
    }

    /// To be called within a council.
    public static void fill(JdbcClient db) {
        db.sql("insert into catalogue_vat_code (code, name) values ('N0', 'No VAT'), ('W0', 'Standard rate')")
                .update();
        db.sql("""
                insert into catalogue_vat_rate (vat_code, from_day, basis_points)
                values ('N0', '2000-01-01', 0), ('W0', '2011-01-04', 2000)
                """).update();
        db.sql("""
                insert into catalogue_method (code, name, name_cy, kind, open, refundable, by_import)
                values ('BT', 'Bank transfer', '', 'BANK', true, false, true)
                """).update();
        db.sql("""
                insert into catalogue_check_digit (code, name, kind, modulus, substitutions, weights, subtract, results)
                values ('parking', 'Parking', 'WEIGHTED_SUM', 11, '05', '9,8,7,6,5,4,3,2,1,0', false, '10:A'),
                       ('penalty', 'Penalties', 'WEIGHTED_SUM', 11, '12', '9,8,7,6,5,4,3,2,1,0', false, '10:A'),
                       ('tax', 'Taxes', 'WEIGHTED_SUM', 10, '', '3,7,1,3,7,1,3,7,0', true, '10:0'),
                       ('rents', 'Rents', 'WEIGHTED_SUM', 10, '', '0,0,9,7,1,4,6,3,2,8,0', true, '10:0'),
                       ('library', 'Library', 'DYNIX', 10, '', '2,1,2,1,2,1,2,1,2,1,2,1,2,0', true, '10:0')
                """).update();
        db.sql("""
                insert into catalogue_reference_format (code, name, shortest, longest, characters, starts, pattern, mask, check_digit)
                values ('parking', 'Parking', 10, 10, null, '', '', 'BJ#######@', 'parking'),
                       ('penalty', 'Penalty', 10, 10, null, '', '', 'FP#######@', 'penalty'),
                       ('tax', 'Council tax', 9, 9, 'DIGITS', '77,70', '', '########@', 'tax'),
                       ('rates', 'Business rates', 9, 9, 'DIGITS', '', '', '########@', 'tax'),
                       ('rents', 'Rents', 11, 11, 'DIGITS', '6', '', '##########@', 'rents'),
                       ('library', 'Library', 14, 14, 'DIGITS', '', '', '#############@', 'library'),
                       ('landlord', 'Landlord', 13, 13, null, '', '', 'ALS/####/####', null),
                       ('ledger', 'Ledger code', 11, 11, 'DIGITS', '', '', '', null),
                       ('building', 'Building control', 6, 30, null, '', '', '', null),
                       ('benefit', 'Benefit', 8, 8, 'DIGITS', '', '', '', null)
                """).update();
        fund(db, "11", "Parking fines", "N0", false, "parking", 10);
        fund(db, "2R", "Fixed penalty notices", "N0", false, "penalty", 20);
        fund(db, "23", "Council tax", "N0", true, "tax", 30);
        fund(db, "24", "Business rates", "N0", true, "rates", 40);
        fund(db, "5", "Housing rents", "N0", true, "rents", 50);
        fund(db, "25", "Benefit overpayments", "N0", true, "benefit", 60);
        fund(db, "5M", "Library charges", "N0", false, "library", 70);
        fund(db, "3U", "Landlord accreditation", "W0", false, "landlord", 80);
        fund(db, "13", "Miscellaneous cash", "W0", false, "ledger", 90);
        fund(db, "31", "Building control", "W0", false, "building", 99);
    }

    private static void fund(
            JdbcClient db, String code, String name, String vat, boolean listed, String format, int priority) {
        db.sql("insert into catalogue_ledger_code (code, name) values ('9' || :code, :name)")
                .param("code", code)
                .param("name", name)
                .update();
        db.sql("""
                insert into catalogue_fund (code, name, name_cy, vat_code, online, open, account_must_exist, vat_override,
                       credit_notes, suspense, address_needed, ledger_code, format, reference_label, reference_label_cy,
                       reference_hint, reference_hint_cy, priority)
                values (:code, :name, '', :vat, true, true, :listed, false, false, false, false, '9' || :code, :format,
                        'Reference', '', '', '', :priority)
                """)
                .param("code", code)
                .param("name", name)
                .param("vat", vat)
                .param("listed", listed)
                .param("format", format)
                .param("priority", priority)
                .update();
    }
}
