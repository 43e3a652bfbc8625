package localgov.ims.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.Councils;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A council's logo is served at its own door and at no other.
class LogoOfTwoCouncilsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final CouncilId BRACKENFORD = new CouncilId("brackenford");
    static final LogoStore logos = new LogoStore(council.db);

    @BeforeAll
    static void aSecondCouncilMovesIn() {
        new Councils(council.ownerPool()).open(BRACKENFORD, "Brackenford Council", false);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private static Picture picture(int width) throws IOException {
        return PictureTest.drawn(Pictures.of("png", width, 40));
    }

    @Test
    void whatOneCouncilPutsUpTheOtherDoesNotShow() throws IOException {
        var ours = picture(90);
        var theirs = picture(91);
        council.within(() -> logos.put(ours, "ann", TestCouncil.FRIDAY));
        CurrentCouncil.within(BRACKENFORD, () -> {
            assertThat(logos.now()).isEmpty();
            assertThat(logos.picture(ours.print())).isEmpty();
            logos.put(theirs, "ben", TestCouncil.FRIDAY);
            assertThat(logos.picture(ours.print())).isEmpty();
        });
        council.within(() -> {
            assertThat(logos.now()).map(Logo::print).contains(ours.print());
            assertThat(logos.picture(ours.print())).hasValue(ours.png());
            assertThat(logos.picture(theirs.print())).isEmpty();
            logos.takeDown("ann", TestCouncil.FRIDAY);
            assertThat(logos.now()).isEmpty();
            assertThat(logos.picture(ours.print())).isEmpty();
        });
        assertThat(CurrentCouncil.within(BRACKENFORD, logos::now)).isNotEqualTo(Optional.empty());
    }

    @Test
    void whatHungThereOnceIsNeverChanged() throws IOException {
        var ours = picture(92);
        council.within(() -> logos.put(ours, "ann", TestCouncil.FRIDAY));
        for (var forbidden : new String[] {"update organisation_logo set who = 'x'", "delete from organisation_logo"}) {
            council.within(() -> org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> council.db.sql(forbidden).update())
                    .hasStackTraceContaining("permission denied"));
        }
    }
}
