package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.platform.Outside;
import localgov.ims.platform.Outside.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing of ours is sent to a place inside.
class OutsideTest {
    private static InetAddress[] at(String... places) {
        var found = new InetAddress[places.length];
        for (int i = 0; i < places.length; i++) {
            try {
                found[i] = InetAddress.getByName(places[i]);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return found;
    }

    private static Found found(String networks, boolean demo, String... places) {
        return new Outside(_ -> at(places), networks, demo).find("hooks.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "3fff::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1"
            })
    void placesInsideAreForbidden(String place) {
        assertThat(found("", false, place)).isEqualTo(new Found.Forbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"})
    void placesOfTheWholeInternetAreNot(String place) {
        assertThat(found("", false, place)).isEqualTo(new Found.At(List.of(at(place))));
    }

    @Test
    void aNameWithOnePlaceInsideIsForbiddenWhole() {
        assertThat(found("", false, "93.184.215.14", "10.0.0.1")).isEqualTo(new Found.Forbidden());
    }

    @Test
    void anOperatorOpensTheNetworksOfReceiversInsideAndNoOthers() {
        assertThat(found("10.20.0.0/16, fd12::/16", false, "10.20.3.4", "fd12::1"))
                .isInstanceOf(Found.At.class);
        assertThat(found("10.20.0.0/16", false, "10.21.0.1")).isEqualTo(new Found.Forbidden());
        assertThatThrownBy(() -> found("10.20.0.0/33", false, "10.20.3.4"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> found("intranet.example/16", false, "10.20.3.4"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDemonstrationReachesThisMachineAndNothingElseInside() {
        assertThat(found("", true, "127.0.0.1", "::1")).isInstanceOf(Found.At.class);
        assertThat(found("", true, "10.0.0.1")).isEqualTo(new Found.Forbidden());
        assertThat(found("", true, "169.254.169.254")).isEqualTo(new Found.Forbidden());
    }

    @Test
    void aNameThatNobodyKnowsIsNowhere() {
        var outside = new Outside(
                name -> {
                    throw new UnknownHostException(name);
                },
                "",
                false);
        assertThat(outside.find("hooks.example")).isEqualTo(new Found.Nowhere());
    }

    /// The name changes what it means between being looked at and being used: a receiver on this machine sees
    /// nothing.
    @Test
    void aNameIsLookedUpOnceAndWhatWasLookedAtIsConnectedTo() throws Exception {
        try (var sink = new Receiver()) {
            var answers = new ArrayDeque<>(List.of(at("192.0.2.1"), at("127.0.0.1")));
            var outside = new Outside(_ -> answers.remove(), "192.0.2.1/32", false);
            var courier = new Courier(outside, Duration.ofMillis(300));
            var to = PlainAddress.read("https://hooks.example:" + sink.port() + "/")
                    .orElseThrow();
            assertThat(courier.hand(to, Map.of(), "{}")).isInstanceOf(Courier.Reply.None.class);
            assertThat(answers).as("asked once").hasSize(1);
            assertThat(courier.hand(to, Map.of(), "{}")).isEqualTo(new Courier.Reply.None("forbidden-address"));
            assertThat(sink.heard()).isEmpty();
            courier.stop();
        }
    }
}
