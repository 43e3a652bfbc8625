package localgov.ims.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// A secret is kept, opened where it belongs, and never shown.
class SettingsSecretsTest extends PaintShop {
    @Test
    void aSecretIsOpenedForTheRoomThatNeedsItAndSeenNowhereElse() {
        var added = done(add(PAINTS, "code", "SEC", "name", "Secret", "recipe", "linseed and lead"));
        assertThat(recipe("SEC")).isEqualTo("linseed and lead");
        assertThat(added.value("recipe")).isEqualTo(Kind.KEPT);
        assertThat(keptRecipe("SEC")).isNotEmpty().doesNotContain("linseed");

        var again = done(council.within(() ->
                settings.change(PAINTS, "SEC", added.version(), answers("name", "Secret", "recipe", "poppy"), "ann")));
        assertThat(recipe("SEC")).isEqualTo("poppy");
        assertThat(council.within(() -> settings.history(PAINTS, "SEC"))).allSatisfy(change -> {
            assertThat(change.before().toString()).doesNotContain("linseed", "poppy", keptRecipe("SEC"));
            assertThat(change.after().toString()).doesNotContain("linseed", "poppy", keptRecipe("SEC"));
        });
        assertThat(council.within(() -> settings.history(PAINTS, "SEC"))
                        .getFirst()
                        .after())
                .containsEntry("recipe", Change.ANEW);
        assertThat(council.within(() -> files.out(PAINTS))).doesNotContain("recipe", "poppy", keptRecipe("SEC"));

        var named = done(council.within(
                () -> settings.change(PAINTS, "SEC", again.version(), answers("name", "Named anew"), "ann")));
        assertThat(recipe("SEC")).as("left blank, it stays").isEqualTo("poppy");
        assertThat(named.value("recipe")).isEqualTo(Kind.KEPT);
    }

    @Test
    void aSecretOpensOnlyWhereItWasSealed() {
        done(add(PAINTS, "code", "SEC1", "name", "One", "recipe", "first"));
        done(add(PAINTS, "code", "SEC2", "name", "Two", "recipe", "second"));
        council.within(() -> council.db
                .sql("update settings_paint set recipe = (select recipe from settings_paint where code = 'SEC1')"
                        + " where code = 'SEC2'")
                .update());
        assertThatThrownBy(() -> recipe("SEC2")).hasMessageContaining("does not open");
    }
}
