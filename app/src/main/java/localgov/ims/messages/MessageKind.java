package localgov.ims.messages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A kind of e-mail that a council may word itself, declared with a bean by the room that sends it. Its words have
/// blanks, written `((amount))`, which the e-mail's values fill.
///
/// @param about as in [Email#about]
/// @param english what it is called in lists of settings, `welsh` in Welsh
/// @param toPayers whether it goes to whoever pays; colleagues' addresses are nobody's to correct here
public record MessageKind(String about, String english, String welsh, boolean toPayers, List<Blank> blanks) {
    /// @param needed whether no e-mail of this kind makes sense without it
    /// @param example as it might be filled, `exampleInWelsh` in an e-mail in Welsh
    public record Blank(String name, boolean needed, String example, String exampleInWelsh) {}

    public MessageKind {
        blanks = List.copyOf(blanks);
    }

    /// One that goes to whoever pays.
    public static MessageKind toPayers(String about, String english, String welsh) {
        return new MessageKind(about, english, welsh, true, List.of());
    }

    /// One that goes to colleagues.
    public static MessageKind toColleagues(String about, String english, String welsh) {
        return new MessageKind(about, english, welsh, false, List.of());
    }

    /// The same with one more blank, without which its words are not kept.
    public MessageKind needs(String name, String example, String exampleInWelsh) {
        return with(new Blank(name, true, example, exampleInWelsh));
    }

    /// The same with one more blank, without which its words are not kept and which is alike in both languages.
    public MessageKind needs(String name, String example) {
        return needs(name, example, example);
    }

    /// The same with one more blank.
    public MessageKind has(String name, String example, String exampleInWelsh) {
        return with(new Blank(name, false, example, exampleInWelsh));
    }

    /// The same with one more blank that is alike in both languages.
    public MessageKind has(String name, String example) {
        return has(name, example, example);
    }

    private MessageKind with(Blank more) {
        var all = Stream.concat(blanks.stream(), Stream.of(more)).toList();
        return new MessageKind(about, english, welsh, toPayers, all);
    }

    public Optional<Blank> blank(String name) {
        return blanks.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
