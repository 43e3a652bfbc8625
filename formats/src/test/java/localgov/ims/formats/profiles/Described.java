package localgov.ims.formats.profiles;

import java.util.stream.Collectors;

/// Profiles and files for the tests of profiles.
public final class Described {

    /// A file with a header, entries that may go on in the next row, rows that are no money, and a trailer.
    public static final String DAY_BOOK = """
            {"language": 1, "code": "day-book", "version": 1, "name": "Day book", "description": "For tests.",
             "money": "bank", "shape": {"delimited": {"delimiter": ","}},
             "records": [
               {"header": {"when": {"value": {"column": 1}, "is": "H"},
                 "identifier": {"column": 2},
                 "account": {"column": 3},
                 "day": {"value": {"column": 4}, "formats": ["yyyyMMdd"]},
                 "values": {"office": {"column": 5}}}},
               {"line": {"when": {"value": {"column": 1}, "is": "D"},
                 "day": {"value": {"column": 2}, "formats": ["dd/MM/yyyy"]},
                 "amount": {"value": {"column": 5},
                            "sign": {"beside": {"column": 6}, "credit": ["CR"], "debit": ["DR"]}},
                 "payer_reference": {"column": 3},
                 "payer_name": {"column": 4},
                 "code": {"column": 7},
                 "identity": [{"header": "office"}, {"column": 8}],
                 "fund": {"of": {"column": 3}, "to": 2, "values": {"77": "CTAX"}, "otherwise": ""},
                 "office": {"header": "office"}}},
               {"continuation": {"when": {"value": {"column": 1}, "is": "+"}, "texts": [{"column": 2}]}},
               {"ignored": {"when": {"value": {"column": 1}, "starts_with": "*"}, "reason": "A remark."}},
               {"trailer": {"when": {"value": {"column": 1}, "is": "T"},
                 "totals": [
                   {"check": "trailer-count", "of": "count", "policy": "block",
                    "value": {"value": {"column": 2}, "decimals": 0}},
                   {"check": "trailer-total", "of": "net", "policy": "block",
                    "value": {"value": {"column": 3}}},
                   {"check": "trailer-rows", "of": "rows", "policy": "warn",
                    "value": {"value": {"column": 4}, "decimals": 0}}]}}]}
            """;

    public static final String DAY_BOOK_FILE = """
            H,0042,20-00-00 12345678,20261120,North
            D,20/11/2026,771234561,"Mills, Ann",120.00,CR,CASH,1
            +,two of ten
            +,"paid by
            her son"
            * nothing of note
            D,19/11/2026,61234567892,Ben ""the"" Ward,"1,035.50",DR,CHEQUE,2

            D,,561234564,Cy & Co,0.01,CR,CARD,3
            T,3,-915.49,8
            """;

    private Described() {}

    public static Profile profile(String json) {
        return switch (Profile.read(json)) {
            case Profile.Reading.Good(var profile) -> profile;
            case Profile.Reading.Bad(var faults) ->
                throw new AssertionError(
                        faults.stream().map(ProfileFault::toString).collect(Collectors.joining("\n")));
        };
    }

    /// A profile of rows with the columns day, reference and amount under headings.
    public static Profile plain(String shape, String amount) {
        return profile("""
                {"language": 1, "code": "plain", "version": 1, "name": "Plain", "description": "For tests.",
                 "money": "bank", "shape": {"delimited": %s},
                 "records": [{"line": {
                   "day": {"value": {"heading": "Day"}, "formats": ["dd/MM/yyyy", "d MMM yy", "yyyyDDD"]},
                   "amount": %s,
                   "payer_reference": {"heading": "Reference"}}}]}
                """.formatted(shape, amount));
    }
}
