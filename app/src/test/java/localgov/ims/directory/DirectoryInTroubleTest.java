package localgov.ims.directory;

import static localgov.ims.directory.DirectoryHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A directory that is down, slow or not what it says lets nobody in and keeps nobody waiting.
class DirectoryInTroubleTest extends SignInsByDirectory {
    @ParameterizedTest
    @ValueSource(strings = {"discovery", "token", "keys"})
    void aDirectoryThatFailsOrIsSlowGivesAClearPage(String what) {
        house.person(email);
        for (var trouble : List.of("fails", "is slow")) {
            within(() -> {
                providers.find("own").ifPresent(discovery::forget);
                return true;
            });
            directory.failing.clear();
            directory.slow.clear();
            if (trouble.equals("fails")) {
                directory.failing.put(what, 503);
            } else {
                directory.slow.put(what, 6_000L);
            }
            var result = what.equals("discovery") ? browser.get(WITH) : withFreshKey(trouble);
            assertThat(result).as(trouble).hasStatus(503);
            assertThat(Jsoup.parse(body(result)).select("h1").text()).isEqualTo("We cannot reach Aldermere own");
            assertThat(browser.isIn()).isFalse();
        }
    }

    @Test
    void aReplyThatNeverEndsIsNotWaitedFor() {
        directory.neverEnds = true;
        var began = System.nanoTime();
        assertThat(browser.get(WITH)).hasStatus(503);
        assertThat((System.nanoTime() - began) / 1_000_000_000.0).isLessThan(6);
    }

    @Test
    void aDirectoryThatCallsItselfOtherwiseOrSaysNoLetsNobodyIn() {
        directory.callsItself = "https://elsewhere.example";
        assertThat(browser.get(WITH)).hasStatus(503);
        directory.callsItself = "";
        var asked = browser.setOut(WITH);
        var no = browser.get("/office/sign-in/back?error=access_denied&error_description=%3Cb%3E&state="
                + asked.get("state").replace("=", "%3D"));
        assertThat(no).hasStatus(403);
        assertThat(body(no)).doesNotContain("<b>");
        var mixed = browser.setOut(WITH);
        assertThat(browser.get("/office/sign-in/back?code=a-code&iss=https%3A%2F%2Felsewhere.example&state="
                        + mixed.get("state").replace("=", "%3D")))
                .hasStatus(400);
    }
}
