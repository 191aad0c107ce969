package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillstream.model.FeedLine;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Rules that are applied one after the other, and measured. */
final class CompiledRules implements LineRules {

    private final List<MeteredRule> rules;
    private final Timer time;

    CompiledRules(List<Rule> rules, MeterRegistry registry) {
        this.rules = rules.stream().map(rule -> new MeteredRule(rule, registry)).toList();
        this.time = Timer.builder("tillstream.ingest.rules.time")
                .description("Time that all rules together take per line")
                .register(registry);
    }

    @Override
    public Ruling apply(FeedLine line) {
        long start = System.nanoTime();
        Ruling ruling = new Ruling.Keep(line);
        for (MeteredRule rule : rules) {
            if (!(ruling instanceof Ruling.Keep kept)) {
                break;
            }
            ruling = rule.apply(kept);
        }
        time.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return ruling;
    }
}
