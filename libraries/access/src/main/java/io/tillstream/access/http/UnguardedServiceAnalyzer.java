package io.tillstream.access.http;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service what to do instead of showing a stack trace. */
final class UnguardedServiceAnalyzer extends AbstractFailureAnalyzer<UnguardedServiceException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnguardedServiceException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
