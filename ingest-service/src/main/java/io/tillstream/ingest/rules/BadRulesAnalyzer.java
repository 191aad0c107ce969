package io.tillstream.ingest.rules;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what is wrong with the rules, in place of a stack trace. */
final class BadRulesAnalyzer extends AbstractFailureAnalyzer<BadRulesException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadRulesException cause) {
        return new FailureAnalysis(
                "The ingest rules cannot be used:\n\n" + String.join("\n\n", cause.faults()),
                "Correct the rules named above. The service takes no rows until all of them can be used.",
                cause);
    }
}
