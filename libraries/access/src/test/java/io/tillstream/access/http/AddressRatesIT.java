package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one visitor of a page may send. */
final class AddressRatesIT {

    private static final String KEY = "tsk_shop_public";
    private static final String PAGE = "https://shop.example";
    private static final String BEHIND_A_PROXY = "server.forward-headers-strategy=native";

    @Test
    void holdTheAddressOfTheConnectionToItsRate() throws Exception {
        try (SmallService service = service()) {
            assertThat(useUp(service, "192.0.2.1")).isEqualTo(202);
            assertThat(send(service, "192.0.2.2"))
                    .as("what the client says of itself counts for nothing")
                    .isEqualTo(429);
            assertThat(service.meter("tillstream.access.refused", "reason", "address_rate"))
                    .isEqualTo(1);
            assertThat(service.meter("tillstream.access.refused", "reason", "rate"))
                    .isZero();
        }
    }

    @Test
    void holdEachClientOfATrustedProxyToIt() throws Exception {
        try (SmallService service = service(BEHIND_A_PROXY)) {
            assertThat(useUp(service, "192.0.2.1")).isEqualTo(202);
            assertThat(send(service, "192.0.2.1")).isEqualTo(429);
            assertThat(send(service, "192.0.2.2")).isEqualTo(202);
            assertThat(send(service, "203.0.113.9, 192.0.2.1"))
                    .as("what the client said before the proxy added its address")
                    .isEqualTo(429);
            assertThat(useUp(service, "2001:db8::1")).isEqualTo(202);
            assertThat(send(service, "2001:db8::2")).as("a /64 is one client").isEqualTo(429);
            assertThat(send(service, "2001:db8:0:1::1")).isEqualTo(202);
        }
    }

    @Test
    void doNotBelieveAProxyThatIsNotTrusted() throws Exception {
        try (SmallService service = service(BEHIND_A_PROXY, "server.tomcat.remoteip.internal-proxies=10[.]0[.]0[.]1")) {
            assertThat(useUp(service, "192.0.2.1")).isEqualTo(202);
            assertThat(send(service, "192.0.2.2")).isEqualTo(429);
        }
    }

    @Test
    void letPagesReadHowLongToWait() throws Exception {
        try (SmallService service = service()) {
            useUp(service, "192.0.2.1");
            HttpResponse<String> refused = post(service, "/events?count=1", "192.0.2.1");
            assertThat(refused.body()).startsWith("PT27");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(PAGE);
        }
    }

    /** Sends what fills the rate of an address for days. */
    private static int useUp(SmallService service, String client) throws Exception {
        return post(service, "/events?count=1000000000", client).statusCode();
    }

    private static int send(SmallService service, String client) throws Exception {
        return post(service, "/events?count=1", client).statusCode();
    }

    private static HttpResponse<String> post(SmallService service, String path, String client) throws Exception {
        return service.post(path, "X-Api-Key", KEY, "Origin", PAGE, "X-Forwarded-For", client);
    }

    private static SmallService service(String... settings) {
        return SmallService.start(Stream.concat(
                        Stream.of(
                                "tillstream.access.keys[0].id=shop",
                                "tillstream.access.keys[0].hash=" + Hashes.of(KEY),
                                "tillstream.access.keys[0].scopes=events:write",
                                "tillstream.access.keys[0].origins=" + PAGE,
                                "tillstream.access.keys[0].per-address.per-second=1000"),
                        Stream.of(settings))
                .toArray(String[]::new));
    }
}
