package io.tillstream.access.http;

import io.tillstream.access.keys.UnusableKeyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which key a service does not start with, and what to do. */
final class UnusableKeyAnalyzer extends AbstractFailureAnalyzer<UnusableKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableKeyException cause) {
        return new FailureAnalysis(cause.problem(), cause.action(), cause);
    }
}
