package io.tillstream.feeds;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what is wrong with the file of own fields, in place of a stack trace. */
final class BadFieldsAnalyzer extends AbstractFailureAnalyzer<BadFieldsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadFieldsException cause) {
        return new FailureAnalysis(
                "The own fields of the feeds cannot be used:\n\n" + String.join("\n\n", cause.faults()),
                "Correct the file that tillstream.fields-file names. Nothing is taken in until all of it can be used.",
                cause);
    }
}
