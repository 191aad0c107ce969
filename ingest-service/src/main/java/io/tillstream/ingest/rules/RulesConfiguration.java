package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads and checks the rules when the service starts. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    /** A shorter secret could be guessed, and with it every value behind a hash. */
    private static final int MIN_SECRET_LENGTH = 16;

    @Bean
    LineRules lineRules(RulesProperties properties, MeterRegistry registry) {
        List<RuleText> texts = new ArrayList<>(ConfiguredRules.read(RulesProperties.RULES, properties.rules()));
        String file = properties.rulesFile();
        if (file != null && !file.isBlank()) {
            texts.addAll(RuleFile.read(Path.of(file)));
        }
        if (texts.isEmpty()) {
            return LineRules.none();
        }
        return new CompiledRules(new RuleCompiler(fingerprint(properties.rulesSecret())).compile(texts), registry);
    }

    @Bean
    FeedRules feedRules(LineRules lineRules) {
        return new FeedRules(lineRules);
    }

    private static @Nullable Fingerprint fingerprint(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            return null;
        }
        if (secret.length() < MIN_SECRET_LENGTH) {
            throw new BadRulesException(
                    RulesProperties.SECRET + ": the secret must have at least " + MIN_SECRET_LENGTH + " characters");
        }
        return new Fingerprint(secret);
    }
}
