package io.tillstream.ingest.rules;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what is wrong with the rules instead of a stack trace. */
final class BadRulesAnalyzer extends AbstractFailureAnalyzer<BadRulesException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadRulesException cause) {
        return new FailureAnalysis(
                "The ingest rules cannot be used:\n\n" + String.join("\n\n", cause.faults()),
                "Correct the rules named above; without all of them no row is taken.",
                cause);
    }
}
