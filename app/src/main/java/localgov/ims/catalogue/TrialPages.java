package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.catalogue.pages.TriedOut;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// Samples and strengths in words.
final class TrialPages {
    private final Words words;

    TrialPages(Words words) {
        this.words = words;
    }

    TriedOut.Sample sample(Sample sample, TriedOut.@Nullable Working working) {
        return new TriedOut.Sample(
                sample.typed(),
                pieces(sample),
                sample.passes(),
                sample.faults().stream().map(this::fault).toList(),
                working);
    }

    private static List<TriedOut.Piece> pieces(Sample sample) {
        var pieces = new ArrayList<TriedOut.Piece>();
        var kept = sample.kept();
        for (int i = 0; i < kept.length(); ) {
            boolean wrong = sample.wrong().contains(i);
            int end = i + 1;
            while (end < kept.length() && sample.wrong().contains(end) == wrong) {
                end++;
            }
            pieces.add(new TriedOut.Piece(kept.substring(i, end), wrong));
            i = end;
        }
        return pieces;
    }

    private String fault(Sample.Fault fault) {
        return switch (fault) {
            case Sample.Fault.Length(var shortest, var longest, var length) ->
                shortest == longest
                        ? words.count("catalogue.try.length", length, shortest)
                        : words.count("catalogue.try.lengths", length, shortest, longest);
            case Sample.Fault.Characters(var strange) ->
                words.say("catalogue.try.characters", strange.replace(" ", words.say("catalogue.try.space")));
            case Sample.Fault.Starts(var with) -> words.say("catalogue.try.starts", anyOf(with));
            case Sample.Fault.Pattern(var pattern) -> words.say("catalogue.try.pattern", pattern);
            case Sample.Fault.Place(var place, var found, var wanted) ->
                words.say(
                        "catalogue.try.place",
                        place,
                        found == ' ' ? words.say("catalogue.try.space") : String.valueOf(found),
                        wanted(wanted));
            case Sample.Fault.CheckDigit(var expected, var found) ->
                expected.isEmpty()
                        ? words.say("catalogue.try.check.never")
                        : words.say("catalogue.try.check", found, anyOf(expected));
        };
    }

    private String wanted(char sign) {
        return switch (sign) {
            case '$' -> words.say("catalogue.try.place.letter");
            case '#' -> words.say("catalogue.try.place.digit");
            case '?', '@' -> words.say("catalogue.try.place.either");
            case '*' -> words.say("catalogue.try.place.wild");
            case ' ' -> words.say("catalogue.try.space");
            default -> String.valueOf(sign);
        };
    }

    private String anyOf(List<String> some) {
        return String.join(words.say("catalogue.try.or"), some);
    }

    /// How the check digit of a text is worked out, where there is a sum.
    TriedOut.@Nullable Working working(CheckDigit check, String text, int at) {
        var working = Working.of(check, text, at);
        return working.isEmpty() ? null : working(working.get(), Expected.of(check, text, at));
    }

    private TriedOut.Working working(Working working, List<String> expected) {
        var sum = working.stands() == working.remainder()
                ? words.say("catalogue.try.sum", working.sum(), working.modulus(), working.remainder())
                : words.say(
                        "catalogue.try.sum.taken",
                        working.sum(),
                        working.modulus(),
                        working.remainder(),
                        working.stands());
        var result = expected.isEmpty()
                ? words.say("catalogue.try.check.never")
                : words.say("catalogue.try.sum.check", anyOf(expected));
        return new TriedOut.Working(
                working.steps().stream()
                        .map(step -> new TriedOut.Step(
                                Integer.toString(step.place()),
                                String.valueOf(step.shown()),
                                step.counted(),
                                step.weight(),
                                step.counted().isEmpty() ? "" : words.number(step.product())))
                        .toList(),
                words.number(working.sum()),
                sum + " " + result);
    }

    TriedOut.Strength strength(String title, Strength strength, boolean checked) {
        var how = strength.references() == 0
                ? words.say(strength.all() ? "catalogue.try.how.nothing" : "catalogue.try.how.none")
                : strength.all()
                        ? words.count("catalogue.try.how.all", strength.references())
                        : words.say("catalogue.try.how.some", strength.references());
        return new TriedOut.Strength(
                title,
                share(strength.digits()),
                of(strength.digits()),
                share(strength.swaps()),
                of(strength.swaps()),
                how,
                checked ? "" : words.say("catalogue.try.no-check"));
    }

    /// `97.8%`; only what catches all of them is `100%`.
    private String share(Strength.Share share) {
        long tenths = share.perThousand();
        if (share.of() == 0) {
            return words.say("catalogue.try.no-such-slip");
        }
        return tenths % 10 == 0 ? tenths / 10 + "%" : tenths / 10 + "." + tenths % 10 + "%";
    }

    private String of(Strength.Share share) {
        return share.of() == 0 ? "" : words.say("catalogue.try.share", share.caught(), share.of());
    }

    /// How many samples pass and how strong it is, as somebody would say it.
    String said(List<TriedOut.Sample> samples, Optional<TriedOut.Strength> strength) {
        long passing = samples.stream().filter(TriedOut.Sample::passes).count();
        var first = samples.isEmpty() ? "" : words.count("catalogue.try.said", samples.size(), passing) + " ";
        return first
                + strength.map(found -> words.say("catalogue.try.said.strength", found.digits(), found.swaps()))
                        .orElse("");
    }

    String named(Fund fund) {
        return fund.code() + " – " + Objects.requireNonNull(words.either(fund.name(), fund.nameInWelsh()));
    }
}
