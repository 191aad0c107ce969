package io.tillstream.localnames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalNamesTests {

    private final LocalNames names = new LocalNames(List.of("Till.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8081",
                "LOCALHOST.:8081",
                "bucket.s3.localhost:4566",
                "127.0.0.1",
                "127.255.0.3:1",
                "[::1]:8081",
                "[0:0:0:0:0:0:0:1]",
                "till.example",
                "till.EXAMPLE.:80"
            })
    void areThoseOfLoopbackAndThoseGiven(String authority) {
        assertThat(names.contain(authority)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8081",
                "evil.example",
                "localhost.evil.example:8081",
                "127.0.0.1.evil.example",
                "evil.example/localhost",
                "evil.example@localhost",
                "localhost:8081:80",
                "a.till.example",
                "0.0.0.0",
                "192.168.0.1",
                "128.0.0.1",
                "[::2]",
                "[::11]",
                "[::1",
                "[::ffff:10.0.0.1]"
            })
    void areNoOthers(String authority) {
        assertThat(names.contain(authority)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8081", "https://LOCALHOST:8081"})
    void knowThePagesOfTheHostItself(String origin) {
        assertThat(LocalNames.isForeign(origin, "localhost:8081")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "localhost:8081",
                "://localhost:8081",
                "http://localhost",
                "http://localhost:8082",
                "http://evil.example",
                "http://localhost:8081.evil.example"
            })
    void takeAllOtherPagesForForeign(String origin) {
        assertThat(LocalNames.isForeign(origin, "localhost:8081")).isTrue();
    }
}
