package localgov.ims.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Where on the network somebody else is, unless it is at a place that we must not be sent to: this machine, the
/// council's own networks, a cloud's inner services. The answer is what is connected to, so that a name cannot mean one
/// thing when it is looked at and another when it is used.
///
/// An operator who has others inside names their networks; a demonstration has its own on this machine. Nobody can open
/// anything from a page.
public final class Outside {
    /// All but the addresses that the whole internet knows. What carries another address inside it is none of
    /// them.
    private static final List<Network> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::read)
            .toList();

    /// In the sixth version of the internet only these are outside at all.
    private static final Network GLOBAL = Network.read("2000::/3");
    private static final List<Network> THIS_MACHINE = List.of(Network.read("127.0.0.0/8"), Network.read("::1/128"));

    /// Who knows where a name is.
    @FunctionalInterface
    public interface Names {
        InetAddress[] find(String name) throws UnknownHostException;
    }

    /// Where somebody is.
    public sealed interface Found {
        record At(List<InetAddress> places) implements Found {}

        record Forbidden() implements Found {}

        record Nowhere() implements Found {}
    }

    private final Names names;
    private final List<Network> permitted;

    /// @param networks which the operator opens, with commas between
    /// @param demo whether this machine is open, too
    public Outside(String networks, boolean demo) {
        this(InetAddress::getAllByName, networks, demo);
    }

    public Outside(Names names, String networks, boolean demo) {
        this.names = names;
        this.permitted = Stream.concat(
                        Arrays.stream(networks.split(","))
                                .map(String::strip)
                                .filter(network -> !network.isEmpty())
                                .map(Network::read),
                        demo ? THIS_MACHINE.stream() : Stream.empty())
                .toList();
    }

    /// A name of which one place is forbidden is forbidden whole.
    public Found find(String host) {
        try {
            var places = List.of(names.find(host));
            return places.stream().allMatch(this::isPermitted) ? new Found.At(places) : new Found.Forbidden();
        } catch (UnknownHostException e) {
            return new Found.Nowhere();
        }
    }

    private boolean isPermitted(InetAddress place) {
        return permitted.stream().anyMatch(network -> network.contains(place)) || isOutside(place);
    }

    private static boolean isOutside(InetAddress place) {
        boolean sixth = place.getAddress().length > 4;
        return (!sixth || GLOBAL.contains(place))
                && INSIDE.stream().noneMatch(network -> network.contains(place))
                && !place.isMulticastAddress();
    }
}
