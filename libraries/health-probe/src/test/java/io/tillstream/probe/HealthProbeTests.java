package io.tillstream.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthProbeTests {

    @TempDir
    private Path folder;

    private HttpServer service;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
        file = Files.writeString(folder.resolve("health-url"), url("/health/readiness") + "\n");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void isWellWhereTheProgramSaysSo() throws IOException {
        answer("/health/readiness", 200);

        assertThat(HealthProbe.isWell(file, null)).isTrue();
    }

    @Test
    void isNotWellWhereTheProgramIsNotReady() throws IOException {
        answer("/health/readiness", 503);

        assertThat(HealthProbe.isWell(file, null)).isFalse();
    }

    @Test
    void isNotWellWhereNobodyListens() throws IOException {
        service.stop(0);

        assertThat(HealthProbe.isWell(file, null)).isFalse();
    }

    @Test
    void asksElsewhereWhereItIsTold() throws IOException {
        answer("/health/readiness", 503);
        answer("/other", 200);

        assertThat(HealthProbe.isWell(file, url("/other"))).isTrue();
    }

    @Test
    void isWellWhereAProgramHasNoHealthToTell() throws IOException {
        assertThat(HealthProbe.isWell(folder.resolve("none"), null)).isTrue();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + service.getAddress().getPort() + path;
    }

    private void answer(String path, int status) {
        service.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }
}
