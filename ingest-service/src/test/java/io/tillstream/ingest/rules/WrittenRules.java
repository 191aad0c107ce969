package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.StringReader;

/** Rules from the text of a file. */
final class WrittenRules {

    private WrittenRules() {}

    static LineRules compile(String yaml, MeterRegistry registry) {
        RuleCompiler compiler = new RuleCompiler(new Fingerprint("a secret of some length"));
        return new CompiledRules(compiler.compile(RuleFile.read("rules.yml", new StringReader(yaml))), registry);
    }
}
