package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What rules cost a line in processor time of one thread. Not a test: run its main method. */
final class RulesBenchmark {

    private static final String TYPICAL = """
            - {name: tests, when: stockCode == 'TEST' || description.startsWith('test '), drop: true}
            - {name: islands, when: "country in ['Channel Islands', 'EIRE']", set: {export: 'true'}}
            - {name: large, when: lineTotal > 10 && kind == 'SALE', set: {large: 'true', vat: "round(lineTotal / 6, 2)"}}
            - {name: night, when: hour < 6 || weekday == 'SUNDAY', set: {night: 'true'}}
            - {name: pseudonyms, hash: CustomerID}
            """;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int LINES = 500_000;

    private RulesBenchmark() {}

    public static void main(String[] args) {
        TransactionLine line = SampleLines.line("536365", "85123A", "1");
        measure("no rules", LineRules.none(), line);
        measure("5 rules", WrittenRules.compile(TYPICAL, new SimpleMeterRegistry()), line);
        String hash = "- {name: pseudonyms, hash: CustomerID}";
        measure("a hash", WrittenRules.compile(hash, new SimpleMeterRegistry()), line);
        String pattern = "- {name: lights, when: \"description.matches('(?i)t-?light')\", set: {light: 'true'}}";
        measure("a pattern", WrittenRules.compile(pattern, new SimpleMeterRegistry()), line);
    }

    private static void measure(String what, LineRules rules, TransactionLine line) {
        for (int round = 1; round <= 5; round++) {
            long kept = 0;
            long start = CPU.getCurrentThreadCpuTime();
            for (int i = 0; i < LINES; i++) {
                kept += rules.apply(line) instanceof Ruling.Keep ? 1 : 0;
            }
            System.out.printf(
                    "%s, round %d: %d ns a line, %d kept%n",
                    what, round, (CPU.getCurrentThreadCpuTime() - start) / LINES, kept);
        }
    }
}
