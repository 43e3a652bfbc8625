package localgov.ims.organisation;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// The picture in the head of every page, for whoever puts one up or takes it down.
@Component
public class Logos {
    public static final int MOST_BYTES = Picture.MOST_BYTES;

    private final Organisation organisation;

    Logos(Organisation organisation) {
        this.organisation = organisation;
    }

    /// What became of a file.
    public sealed interface Put {
        record Done(Logo logo) implements Put {}

        record NotAPicture() implements Put {}

        record TooManyBytes() implements Put {}

        /// @param width as it says of itself
        record WrongSize(int width, int height) implements Put {}
    }

    public Optional<Logo> now() {
        return organisation.now().logo();
    }

    /// Puts up a picture, drawn anew: what else the file may carry is not kept.
    public Put put(byte[] file, String who) {
        return switch (Picture.read(file)) {
            case Picture.Read.Drawn(var picture) -> {
                organisation.put(picture, who);
                yield new Put.Done(new Logo(picture.print(), picture.width(), picture.height()));
            }
            case Picture.Read.NotAPicture _ -> new Put.NotAPicture();
            case Picture.Read.TooManyBytes _ -> new Put.TooManyBytes();
            case Picture.Read.WrongSize(int width, int height) -> new Put.WrongSize(width, height);
        };
    }

    /// @return whether there was one
    public boolean takeDown(String who) {
        return organisation.takeDown(who);
    }
}
