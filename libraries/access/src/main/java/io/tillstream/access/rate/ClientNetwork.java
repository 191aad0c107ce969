package io.tillstream.access.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * Whom an address stands for.
 *
 * @param text an IPv4 address, a /64 of IPv6, or what is no address as it is
 */
record ClientNetwork(String text) {

    /** One subscriber has at least so much of IPv6, and may use any address in it. */
    private static final Pattern NETWORK = Pattern.compile("^((?:[0-9a-f]+:){3}[0-9a-f]+):.*");

    static ClientNetwork of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            String text = parsed.getHostAddress();
            return new ClientNetwork(
                    parsed instanceof Inet6Address ? NETWORK.matcher(text).replaceFirst("$1::/64") : text);
        } catch (IllegalArgumentException noLiteral) {
            return new ClientNetwork(address);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
