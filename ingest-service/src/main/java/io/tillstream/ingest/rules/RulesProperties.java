package io.tillstream.ingest.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rules that are applied to every line.
 *
 * @param rules the rules, in their order; each is checked when the service starts
 * @param rulesFile a YAML file with a list of more rules, which come after
 * @param rulesSecret the key of hashes; whoever has it can try out which value a hash stands for
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
