package io.tillstream.access.http;

import java.net.InetAddress;
import java.util.Optional;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whether a service asks who calls. It may leave that only where nobody but this machine can. */
enum OpenAccess {
    OPEN,
    GUARDED;

    /** @throws UnguardedServiceException when the settings contradict themselves, or open the service to others */
    static OpenAccess of(AccessProperties access, Environment environment) {
        boolean open = access.open() == null ? !access.knowsCallers() : access.open();
        if (open == access.knowsCallers()) {
            throw open ? UnguardedServiceException.openWithKeys() : UnguardedServiceException.guardedWithoutKeys();
        }
        if (open) {
            requireLoopback("server.address", environment);
            if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
                requireLoopback("management.server.address", environment);
            }
        }
        return open ? OPEN : GUARDED;
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
