package io.tillstream.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.TransactionFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
final class RulesConfigurationTests {

    private static final TransactionLine LINE = SampleLines.line("536365", "85123A", "1");

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Rules.class);

    @TempDir
    private Path folder;

    @Test
    void hasNoRulesUnlessConfigured() {
        runner.run(context -> {
            assertThat(context.getBean(RulesProperties.class)).isEqualTo(new RulesProperties(List.of(), null, null));
            assertThat(rulesIn(context).apply(LINE)).isEqualTo(new Ruling.Keep(LINE));
        });
    }

    @Test
    void readsRulesFromPropertiesAndThenFromTheFile() throws IOException {
        Path file = folder.resolve("rules.yml");
        Files.writeString(file, "- name: pseudonyms\n  hash: CustomerID\n");
        runner.withPropertyValues(
                        "tillstream.ingest.rules[0].name=enrich",
                        "tillstream.ingest.rules[0].when=quantity > 5",
                        "tillstream.ingest.rules[0].set.big_Order=customerId == '17850'",
                        "tillstream.ingest.rules[1].name=guests",
                        "tillstream.ingest.rules[1].when=customerId == ''",
                        "tillstream.ingest.rules[1].drop=true",
                        "tillstream.ingest.rules-file=" + file,
                        "tillstream.ingest.rules-secret=0123456789abcdef")
                .run(context -> {
                    LineRules rules = rulesIn(context);
                    TransactionLine kept = (TransactionLine) ((Ruling.Keep) rules.apply(LINE)).line();
                    assertThat(kept.attributes().values()).containsEntry("big_Order", new AttributeValue.Flag(true));
                    assertThat(kept.customerId().orElseThrow().value()).hasSize(32);
                    assertThat(rules.apply(SampleLines.line("1", "A", "1", null, 1, "1")))
                            .isEqualTo(new Ruling.Drop("guests"));
                    assertThat(context.getBean(RulesProperties.class).toString())
                            .doesNotContain("0123456789abcdef");
                });
    }

    @Test
    void refusesAShortSecret() {
        runner.withPropertyValues(
                        "tillstream.ingest.rules[0].name=r",
                        "tillstream.ingest.rules[0].hash=CustomerID",
                        "tillstream.ingest.rules-secret=guessable")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("at least 16 characters")
                        .hasMessageNotContaining("guessable"));
    }

    @Test
    void tellsTheOperatorWhatIsWrongInsteadOfAStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Rules.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run(
                        "--tillstream.ingest.rules[0].name=big",
                        "--tillstream.ingest.rules[0].drop=true",
                        "--tillstream.ingest.rules[0].when=quantty > 5"))
                .hasRootCauseInstanceOf(BadRulesException.class);
        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "rule \"big\": tillstream.ingest.rules[0].when: line 1, column 1 of the expression",
                        "    quantty > 5\n    ^")
                .doesNotContain("\tat io.tillstream");
    }

    private static LineRules rulesIn(ApplicationContext context) {
        return context.getBean(FeedRules.class).of(new TransactionFeed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RulesProperties.class)
    @Import(RulesConfiguration.class)
    static class Rules {

        @Bean
        Feeds feeds() {
            return Feeds.installed();
        }

        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
