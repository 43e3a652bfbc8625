package localgov.ims.rehearsals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Taken;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.Rehearsing.Would;
import org.jspecify.annotations.Nullable;

/// A line on which a rule was tried, without the payer's account.
///
/// @param text what the payer wrote, shortened
/// @param was where it is
/// @param would where it would be; absent where no rule would decide it
record Example(
        LocalDate bookedOn,
        long pence,
        String text,
        End was,
        @Nullable End would) {
    private static final int LONGEST = 100;

    /// Where money is: in an account of a fund, else what became of it.
    record End(@Nullable String fund, @Nullable String account, Outcome outcome) {
        String in(Words words) {
            return fund == null
                    ? words.say("imports.outcome." + outcome.name().toLowerCase(Locale.ROOT))
                    : fund + " " + account;
        }
    }

    static Example of(Past past, Optional<Would> would) {
        var text = (past.said().payer() + " " + past.text()).strip();
        return new Example(
                past.bookedOn(),
                past.pence(),
                text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…",
                was(past),
                would.map(Would::taken).map(Example::end).orElse(null));
    }

    private static End was(Past past) {
        var people = past.byPeople();
        return people == null
                ? new End(past.fund(), past.account(), past.outcome())
                : new End(people.fund(), people.account(), Outcome.POSTED);
    }

    private static End end(Taken taken) {
        return new End(taken.place().fund(), taken.place().account(), taken.outcome());
    }

    /// In one sentence: the day, the amount, what it says, and where it is and would be.
    String in(Words words) {
        var from = was.in(words);
        var to = would == null ? words.say("rehearsals.no-rule") : would.in(words);
        return words.say(
                "rehearsals.example", bookedOn, Money.pence(pence), text, from.equals(to) ? from : from + " → " + to);
    }
}
