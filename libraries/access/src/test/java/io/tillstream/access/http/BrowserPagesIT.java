package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page in a browser on this machine gets of an open service: by a name of its own, or across origins. */
final class BrowserPagesIT {

    private static final String WRONG_HOST = "urn:tillstream:problem:wrong-host";
    private static final String FOREIGN_ORIGIN = "urn:tillstream:problem:foreign-origin";
    private static final String SERVER = "local.server.port";
    private static final String MANAGEMENT = "local.management.port";

    private static SmallService service;

    @BeforeAll
    static void start() {
        service = SmallService.open(
                "management.server.port=0",
                "management.server.address=127.0.0.1",
                "tillstream.access.open-hosts=till.example",
                "tillstream.access.cors.allowed-origins=https://shop.example");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/page", "/v3/api-docs", "/swagger-ui/index.html", "/nowhere"})
    void nothingByANameThatOnlyLeadsHere(String path) throws Exception {
        assertThat(get(SERVER, path, "Host: evil.example:8081"))
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json", WRONG_HOST, "tillstream.access.open-hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/metrics"})
    void nothingOfTheManagementPort(String path) throws Exception {
        assertThat(get(MANAGEMENT, path, "Host: evil.example")).startsWith("HTTP/1.1 421");
        assertThat(get(MANAGEMENT, path, "Host: localhost", "Origin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(get(MANAGEMENT, path, "Host: localhost")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "http://localhost:1", "", "https://shop.example.evil.example"})
    void nothingAcrossOrigins(String origin) throws Exception {
        assertThat(service.raw(
                        SERVER,
                        "POST /rows?count=1 HTTP/1.1",
                        "Host: localhost:8081",
                        "Origin: " + origin,
                        "Content-Type: text/plain",
                        "Content-Length: 0"))
                .startsWith("HTTP/1.1 403")
                .contains("application/problem+json", FOREIGN_ORIGIN);
    }

    @Test
    void nothingByWhatProxiesWouldAdd() throws Exception {
        assertThat(get(SERVER, "/me", "Host: evil.example", "X-Forwarded-Host: localhost", "Forwarded: host=localhost"))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: 127.0.0.1:8081",
                "Host: [::1]:8081",
                "Host: till.example",
                "Host: localhost:8081\r\nOrigin: http://localhost:8081",
                "Host: localhost\r\nOrigin: https://shop.example"
            })
    void programsAndItsOwnPagesGetAll(String headers) throws Exception {
        assertThat(get(SERVER, "/me", headers)).startsWith("HTTP/1.1 200");
    }

    @Test
    void countsWhatIsRefused() throws Exception {
        get(SERVER, "/me", "Host: evil.example");
        get(SERVER, "/me", "Host: localhost", "Origin: null");
        assertThat(service.meter("tillstream.access.refused", "reason", "wrong_host"))
                .isPositive();
        assertThat(service.meter("tillstream.access.refused", "reason", "foreign_origin"))
                .isPositive();
    }

    private static String get(String port, String path, String... headers) throws IOException {
        return service.raw(port, "GET " + path + " HTTP/1.1", String.join("\r\n", headers));
    }
}
