package localgov.ims.receipts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import localgov.ims.recognition.Because;
import localgov.ims.recognition.Candidate;
import localgov.ims.recognition.Recognition;
import localgov.ims.recognition.Rule;

/// The accounts that a line names, as far as that stands against a rule: the certain one, and those that are there but
/// doubted because the line names more than one, or is as near to another.
///
/// @param places none where the line names nothing, or what is as likely to be any number
record Named(boolean isCertain, Because because, List<Candidate> places) {
    static final Named NOTHING = new Named(false, new Because(Rule.NOTHING, "", false, false), List.of());

    /// It names an account, whatever keeps it from being certain.
    private static final Set<Rule> DOUBTED =
            EnumSet.of(Rule.TWO_PLACES, Rule.NEIGHBOURS, Rule.ANOTHER_NUMBER, Rule.RETURNED);

    Named {
        places = List.copyOf(places);
    }

    static Named by(Recognition recognised) {
        return switch (recognised) {
            case Recognition.Certain certain ->
                new Named(
                        true,
                        certain.because(),
                        List.of(new Candidate(certain.fund(), certain.account(), certain.because())));
            case Recognition.Unplaced unplaced ->
                DOUBTED.contains(unplaced.because().rule())
                        ? new Named(false, unplaced.because(), unplaced.candidates())
                        : NOTHING;
        };
    }

    /// Whether a rule may place it there: nothing is named, or it is named itself and by no other number. Of one number
    /// that is an account of several funds, the rule says which; of two numbers nobody does.
    boolean allows(String fund, String account) {
        if (places.isEmpty()) {
            return true;
        }
        boolean named = places.stream()
                .anyMatch(place -> place.fund().equals(fund) && place.account().equals(account));
        boolean manyNumbers = because.rule() == Rule.TWO_PLACES
                && places.stream().map(Candidate::account).distinct().count() > 1;
        return named && !manyNumbers;
    }
}
