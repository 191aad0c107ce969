package io.tillstream.access.http;

import java.net.InetAddress;
import java.util.Optional;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Whether a service authenticates its callers. It leaves that only where it is told to, and where nobody but this
 * machine can.
 */
enum AccessMode {
    /** Callers present a key or a token. */
    KEYS,
    /** Everybody may do everything. */
    OPEN;

    /** @throws UnguardedServiceException when the settings contradict themselves, or open the service to others */
    void requireFor(AccessProperties access, Environment environment) {
        switch (this) {
            case KEYS -> requireCallers(access);
            case OPEN -> requireNobodyElse(access, environment);
        }
    }

    private static void requireCallers(AccessProperties access) {
        if (!access.knowsCallers()) {
            throw UnguardedServiceException.withoutKeys();
        }
    }

    private static void requireNobodyElse(AccessProperties access, Environment environment) {
        if (access.knowsCallers()) {
            throw UnguardedServiceException.openWithKeys();
        }
        requireLoopback("server.address", environment);
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            requireLoopback("management.server.address", environment);
        }
    }

    /** No address means every one that the machine has. */
    private static void requireLoopback(String setting, Environment environment) {
        Optional<InetAddress> address = Optional.ofNullable(
                Binder.get(environment).bind(setting, InetAddress.class).orElse(null));
        if (!address.map(InetAddress::isLoopbackAddress).orElse(false)) {
            throw UnguardedServiceException.reachable(
                    setting, address.map(InetAddress::getHostAddress).orElse("every address"));
        }
    }
}
