package localgov.ims.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrongboxTest {
    static final StrongboxKey OLD = StrongboxKey.fresh();
    static final StrongboxKey NEW = StrongboxKey.fresh();
    final Strongbox box = new Strongbox(List.of(OLD));

    @Test
    void whatIsLockedOpensInItsPlaceAndNowhereElse() {
        var locked = box.lock("JBSWY3DPEHPK3PXP", "people.code:ann");
        assertThat(box.unlock(locked, "people.code:ann")).isEqualTo("JBSWY3DPEHPK3PXP");
        assertThat(locked).doesNotContain("JBSWY3DPEHPK3PXP");
        assertThatThrownBy(() -> box.unlock(locked, "people.code:ben"))
                .hasMessageContaining("changed or moved")
                .hasMessageNotContaining("JBSWY3DPEHPK3PXP");
    }

    @Test
    void theSameSecretNeverLooksTheSameTwice() {
        assertThat(box.lock("secret", "place")).isNotEqualTo(box.lock("secret", "place"));
    }

    @Test
    void aChangeOfAnyCharacterIsNoticed() {
        var locked = box.lock("a secret of some length", "place");
        for (int i = locked.indexOf(':') + 1; i < locked.length(); i++) {
            var other = locked.charAt(i) == 'A' ? 'B' : 'A';
            var changed = locked.substring(0, i) + other + locked.substring(i + 1);
            assertThatThrownBy(() -> box.unlock(changed, "place")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anExchangedKeyStillOpensWhatItLockedAndTheNewOneLocks() {
        var locked = box.lock("secret", "place");
        var exchanged = new Strongbox(List.of(NEW, OLD));
        assertThat(exchanged.unlock(locked, "place")).isEqualTo("secret");
        assertThat(exchanged.isOld(locked)).isTrue();
        assertThat(exchanged.isOld(exchanged.lock("secret", "place"))).isFalse();
        assertThatThrownBy(() -> new Strongbox(List.of(NEW)).unlock(locked, "place"))
                .hasMessageContaining(OLD.name())
                .hasMessageContaining("IMS_SECRET_KEY");
    }

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerAlone(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        var made = StrongboxKeys.inFolder(data).getFirst();
        assertThat(StrongboxKeys.inFolder(data).getFirst().name()).isEqualTo(made.name());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aKeyThatIsNoneStopsTheStartWithoutBeingShown() {
        assertThatThrownBy(() -> StrongboxKey.read("not-32-bytes"))
                .hasMessageContaining("32 random bytes")
                .hasMessageNotContaining("not-32-bytes")
                .hasNoCause();
        assertThat(OLD.toString()).doesNotContain(OLD.written());
    }

    @Test
    void severalKeysMayBeGivenInOneSetting() {
        assertThat(StrongboxKey.read(NEW.written() + ", " + OLD.written()))
                .extracting(StrongboxKey::name)
                .containsExactly(NEW.name(), OLD.name());
    }
}
