package localgov.ims.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.CatalogueOnPaper;
import localgov.ims.recognition.OneSlip.Kind;
import org.junit.jupiter.api.Test;

/// What is one slip of the pen away, against looking at every account.
class OneSlipTest {
    private static final int LONGEST = 38;
    private static final FundRule[] RULES = CatalogueOnPaper.aldermere().funds().stream()
            .filter(fund -> fund.accountMustExist() && fund.format() != null)
            .map(FundRule::new)
            .toArray(FundRule[]::new);

    private static OneSlip among(AccountIndex accounts) {
        var byLength = new FundRule[LONGEST][];
        for (int length = 0; length < LONGEST; length++) {
            int wanted = length;
            byLength[length] = Arrays.stream(RULES)
                    .filter(rule -> rule.shortest <= wanted && wanted <= rule.longest)
                    .toArray(FundRule[]::new);
        }
        return new OneSlip(byLength, accounts);
    }

    /// Invoices and care bills whose numbers are crowded, so that many are one slip apart.
    private static TreeSet<String> crowded() {
        var random = new SplittableRandom(7);
        var all = new TreeSet<String>();
        while (all.size() < 3_000) {
            all.add("19/90000" + "%05d".formatted(random.nextInt(4_000)));
            all.add("25/7" + "%07d".formatted(random.nextInt(4_000)));
        }
        all.removeIf(key -> Arrays.stream(RULES)
                .noneMatch(
                        rule -> key.startsWith(rule.fund + "/") && rule.fits(key.substring(3), 0, key.length() - 3)));
        return all;
    }

    private static boolean isOneSlip(String one, String other) {
        int longer = other.length() - one.length();
        return switch (longer) {
            case 0 -> isChanged(one, other);
            case 1 -> isWithout(other, one);
            case -1 -> isWithout(one, other);
            default -> false;
        };
    }

    private static boolean isChanged(String one, String other) {
        int first = 0;
        while (first < one.length() && one.charAt(first) == other.charAt(first)) {
            first++;
        }
        if (first == one.length()) {
            return false;
        }
        boolean restIsSame = one.substring(first + 1).equals(other.substring(first + 1));
        return restIsSame
                || first + 1 < one.length()
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first)
                        && one.substring(first + 2).equals(other.substring(first + 2));
    }

    private static boolean isWithout(String longer, String shorter) {
        for (int at = 0; at < longer.length(); at++) {
            if ((longer.substring(0, at) + longer.substring(at + 1)).equals(shorter)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void finds_exactly_the_accounts_that_one_slip_leads_to() {
        var all = crowded();
        assertThat(all).hasSizeGreaterThan(2_000);
        var slips = among(TestAccounts.index(all.toArray(String[]::new)));
        int met = 0;
        for (var key : all.stream().limit(400).toList()) {
            var number = key.substring(3);
            var found = new TreeSet<String>();
            slips.of(number, (rule, account, _) -> found.add(rule.fund + "/" + account));
            var expected = new TreeSet<String>();
            all.stream().filter(other -> isOneSlip(number, other.substring(3))).forEach(expected::add);
            assertThat(found).as(key).isEqualTo(expected);
            met += expected.size();
        }
        assertThat(met).isGreaterThan(1_000);
    }

    @Test
    void says_which_slip_it_was() {
        var slips = among(TestAccounts.index("19/9000012345", "25/71234567"));
        var kinds = new TreeSet<Kind>();
        for (var written : new String[] {"9000012354", "9000012375", "900001235", "90000123445", "X9000012345"}) {
            slips.of(written, (_, account, kind) -> {
                assertThat(account).isEqualTo("9000012345");
                kinds.add(kind);
            });
        }
        assertThat(kinds).containsExactly(Kind.values());
    }
}
