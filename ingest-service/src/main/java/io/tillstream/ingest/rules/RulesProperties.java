package io.tillstream.ingest.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rules that are applied to every line.
 *
 * @param rules list of rules, applied in order to every valid row of their feed
 * @param rulesFile YAML file with a list of more rules, which come after
 * @param rulesSecret key of {@code hash}, at least 16 characters
 */
@ConfigurationProperties(RulesProperties.PREFIX)
record RulesProperties(
        @DefaultValue List<Map<String, Object>> rules,
        @Nullable String rulesFile,
        @Nullable String rulesSecret) {

    static final String PREFIX = "tillstream.ingest";
    static final String RULES = PREFIX + ".rules";
    static final String SECRET = PREFIX + ".rules-secret";

    /** Hides the secret. */
    @Override
    public String toString() {
        return "RulesProperties[" + rules.size() + " rules, file " + rulesFile + "]";
    }
}
