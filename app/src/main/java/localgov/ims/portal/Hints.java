package localgov.ims.portal;

import java.util.List;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.catalogue.Slip;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;

/// What can be said of a reference from its form alone: what it is for, or which slip of the pen it may have. No
/// account is looked up here, so nobody learns whether there is one.
@Component
class Hints {
    static final int LONGEST_TYPED = 100;

    private final Catalogue catalogue;

    Hints(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What may be paid with it on the portal.
    List<Fund> fitting(String typed) {
        return typed.length() > LONGEST_TYPED
                ? List.of()
                : catalogue.now().fitting(typed.strip()).stream()
                        .filter(FundFace::isOffered)
                        .toList();
    }

    /// What a reference that fits nothing nearly is; nothing when it is near to none.
    Optional<String> nearly(String typed, Words words) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var near = catalogue.now().funds().stream()
                .filter(fund -> FundFace.isOffered(fund) && slip(fund, typed).isPresent())
                .toList();
        return near.size() > 1
                ? Optional.of(words.say("portal.slip.several"))
                : near.stream().findFirst().flatMap(fund -> slip(new FundFace(fund, words), typed));
    }

    /// Which slip the reference of one fund may have, as a sentence.
    Optional<String> slip(FundFace face, String typed) {
        return typed.length() > LONGEST_TYPED
                ? Optional.empty()
                : slip(face.fund(), typed).map(slip -> inWords(slip, face));
    }

    /// What somebody who is still typing may like to know: that it fits, or the slip. Nothing while neither is so.
    Optional<String> whileTyping(Optional<Fund> fund, String typed, Words words) {
        if (typed.isBlank() || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        if (fund.isPresent()) {
            var face = new FundFace(fund.get(), words);
            return fund.get().check(typed) instanceof ReferenceCheck.Fits ? fits(face) : slip(face, typed);
        }
        var fitting = fitting(typed);
        return switch (fitting.size()) {
            case 0 -> nearly(typed, words);
            case 1 -> Optional.of(words.say("portal.check.is", new FundFace(fitting.getFirst(), words).name()));
            default -> Optional.of(words.say("portal.check.several"));
        };
    }

    /// A fund that takes anything says nothing of it.
    private static Optional<String> fits(FundFace face) {
        var format = face.fund().format();
        return format == null
                ? Optional.empty()
                : Optional.of(
                        face.words().say(format.hasCheckDigit() ? "portal.check.digit-holds" : "portal.check.fits"));
    }

    private static Optional<Slip> slip(Fund fund, String typed) {
        return Optional.ofNullable(fund.format()).flatMap(format -> format.slip(typed));
    }

    private static String inWords(Slip slip, FundFace face) {
        var words = face.words();
        return switch (slip) {
            case Slip.Swapped(int at, char first, char second) ->
                words.say("portal.slip.swapped", face.label(), first, at, second, at + 1);
            case Slip.LooksAlike(int at, char typed, char meant) ->
                words.say("portal.slip.alike", face.label(), at, typed, meant);
            case Slip.Somewhere() -> words.say("portal.refused.check-digit", face.label());
        };
    }
}
