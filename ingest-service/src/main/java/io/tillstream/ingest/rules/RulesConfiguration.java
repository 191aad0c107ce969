package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.feed.Feeds;
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
    FeedRules feedRules(RulesProperties properties, Feeds feeds, MeterRegistry registry) {
        List<RuleText> texts = new ArrayList<>(ConfiguredRules.read(RulesProperties.RULES, properties.rules()));
        String file = properties.rulesFile();
        if (file != null && !file.isBlank()) {
            texts.addAll(RuleFile.read(Path.of(file)));
        }
        if (texts.isEmpty()) {
            return FeedRules.of(List.of(), feeds, registry);
        }
        RuleCompiler compiler = new RuleCompiler(feeds, fingerprint(properties.rulesSecret()));
        return FeedRules.of(compiler.compile(texts), feeds, registry);
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
