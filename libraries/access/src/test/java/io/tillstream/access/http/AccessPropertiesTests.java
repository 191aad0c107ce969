package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

final class AccessPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void hasTheDocumentedDefaults() {
        runner.run(context -> assertThat(context.getBean(AccessProperties.class))
                .isEqualTo(new AccessProperties(
                        AccessMode.KEYS,
                        List.of(),
                        List.of(),
                        null,
                        Duration.ofSeconds(5),
                        Duration.ofDays(14),
                        null,
                        new AccessProperties.WrongKeys(30, 10_000),
                        true,
                        null,
                        new AccessProperties.Cors(
                                List.of(),
                                List.of("GET", "POST"),
                                List.of(
                                        "Authorization",
                                        "X-Api-Key",
                                        "Content-Type",
                                        "Content-Encoding",
                                        "Idempotency-Key"),
                                List.of("Retry-After"),
                                Duration.ofMinutes(30)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key-file=keys.yml",
                "keys[0].id=a",
                "open=true",
                "mode=shut",
                "open-hosts[0]=",
                "keys-file-check=0s",
                "keys-expire-soon=-1d",
                "wrong-keys.per-minute=0",
                "wrong-keys.addresses=0",
                "audit=perhaps",
                "keys[0].expires=tomorrow",
                "jwt.audiences=tillstream",
                "jwt.issuer=https://issuer.example",
                "limits.rows.burst=5",
                "limits.requests.per-second=0"
            })
    void refusesToStartWithAnInvalidOrUnknownSetting(String setting) {
        runner.withPropertyValues("tillstream.access." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AccessProperties.class)
    static class Properties {}
}
