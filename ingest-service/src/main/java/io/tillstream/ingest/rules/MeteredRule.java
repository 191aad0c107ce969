package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** A rule that counts what it did. */
final class MeteredRule {

    private final Rule rule;
    private final Counter done;
    private final Counter failed;

    MeteredRule(Rule rule, MeterRegistry registry) {
        this.rule = rule;
        this.done = rule.effect() instanceof Effect.Drop
                ? counter("dropped", "Lines that a rule dropped", registry)
                : counter("applied", "Lines that a rule changed or added to", registry);
        this.failed = counter("failed", "Lines that were rejected because a rule could not be computed", registry);
    }

    Ruling apply(Ruling.Keep kept) {
        try {
            if (!rule.appliesTo(kept.line())) {
                return kept;
            }
            Ruling ruling = rule.applyTo(kept.line());
            done.increment();
            return ruling;
        } catch (RuleFailure e) {
            failed.increment();
            return new Ruling.Fail(rule.name(), e.reason());
        }
    }

    private Counter counter(String what, String description, MeterRegistry registry) {
        return Counter.builder("tillstream.ingest.rules." + what)
                .description(description)
                .tag("rule", rule.name())
                .register(registry);
    }
}
