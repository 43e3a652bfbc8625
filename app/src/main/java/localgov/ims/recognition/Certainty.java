package localgov.ims.recognition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges whether an account that a line names, and that exists, may be trusted without a person.
///
/// A slip of the pen that leads from one account to another that exists as well cannot be seen in the number. What can
/// be seen is whether there is such another account. Where there is, the rest of the line decides: whose name it has,
/// what is due, and whom the payer's bank account has paid before.
final class Certainty {
    private final OneSlip slips;
    private final Evidence evidence;

    Certainty(OneSlip slips, Evidence evidence) {
        this.slips = slips;
        this.evidence = evidence;
    }

    /// Another account that may be meant.
    record Neighbour(FundRule rule, String account) {}

    /// Why it may not be trusted.
    ///
    /// @param neighbours some of the others, to be suggested
    record Doubt(Rule rule, List<Neighbour> neighbours) {
        Doubt {
            neighbours = List.copyOf(neighbours.subList(0, Math.min(neighbours.size(), OneSlip.MOST)));
        }
    }

    /// @param loose whether the number stands among other words where no payer was asked to write it
    @Nullable
    Doubt doubt(FundRule rule, String account, boolean loose, BankLine line) {
        if (!rule.accountMustExist) {
            return null;
        }
        var neighbours = neighbours(rule, account);
        boolean alone = neighbours.isEmpty();
        if (rule.checked) {
            return alone || !isContradicted(rule, account, neighbours, line)
                    ? null
                    : new Doubt(Rule.NEIGHBOURS, neighbours);
        }
        if (alone && (!loose || rule.strong)) {
            return null;
        }
        return isSpokenFor(rule, account, neighbours, line)
                ? null
                : new Doubt(alone ? Rule.LOOSE : Rule.NEIGHBOURS, neighbours);
    }

    /// Every one of them: the last to be found may be the one that is meant.
    private List<Neighbour> neighbours(FundRule rule, String account) {
        var found = new ArrayList<Neighbour>();
        OneSlip.Told told = (other, number, _) -> {
            if (!(other == rule && number.equals(account))) {
                found.add(new Neighbour(other, number));
            }
        };
        if (rule.checked) {
            slips.hidden(account, rule, told);
            slips.shorterOrLonger(account, told);
        } else {
            slips.of(account, told);
        }
        return found;
    }

    /// The check digit has caught nearly every slip, so that only what speaks for the other account makes a doubt,
    /// or that the payer is called like the holders of both, or that nothing speaks for this one, which somebody
    /// else pays as a rule; unless the payer's bank account has paid this one before, and never the other.
    private boolean isContradicted(FundRule rule, String account, List<Neighbour> neighbours, BankLine line) {
        var payer = Called.of(line.name());
        var own = evidence.speaksFor(line, payer, rule.fund, account);
        return isUnexpected(own, rule, account, line)
                || neighbours.stream()
                        .map(other -> evidence.speaksFor(line, payer, other.rule().fund, other.account()))
                        .anyMatch(other ->
                                (other.moreThan(own) || own.isMistakenFor(other)) && !own.isRememberedAlone(other));
    }

    /// Money from a bank account that has not paid it before, for an account that others have paid, with nothing
    /// else that speaks for it.
    private boolean isUnexpected(Evidence.Spoken own, FundRule rule, String account, BankLine line) {
        return !own.anything() && !line.payer().isEmpty() && evidence.isPaidFromKnown(rule.fund, account);
    }

    /// Nothing but the list tells accounts apart: this one must outweigh every other, and among a bank's words
    /// something must speak for it even when there is no other.
    private boolean isSpokenFor(FundRule rule, String account, List<Neighbour> neighbours, BankLine line) {
        var payer = Called.of(line.name());
        var own = evidence.speaksFor(line, payer, rule.fund, account);
        return (own.anything() || !neighbours.isEmpty())
                && neighbours.stream()
                        .map(other -> evidence.speaksFor(line, payer, other.rule().fund, other.account()))
                        .allMatch(own::outweighs);
    }
}
