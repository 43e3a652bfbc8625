package localgov.ims.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// A range of network addresses, such as `10.20.0.0/16`.
record Network(byte[] first, int bits) {
    static Network read(String written) {
        var parts = written.strip().split("/", 2);
        if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:]+")) {
            throw new IllegalArgumentException("Not a network: " + written);
        }
        try {
            var first = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 1 ? first.length * 8 : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > first.length * 8) {
                throw new IllegalArgumentException("Not a network: " + written);
            }
            return new Network(first, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("Not a network: " + written, e);
        }
    }

    boolean contains(InetAddress address) {
        var other = address.getAddress();
        if (other.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((first[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network(var its, var itsBits) && itsBits == bits && Arrays.equals(its, first);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(first) * 31 + bits;
    }
}
