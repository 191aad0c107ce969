package io.tillstream.ingest.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.tillstream.model.FeedLine;
import java.util.Locale;

/** A checked expression, ready to be computed for any line, by several threads at once. */
record Expression(Program program, LineVariables variables) {

    Object evaluate(FeedLine line) throws RuleFailure {
        try {
            return program.eval(variables.of(line));
        } catch (CelEvaluationException e) {
            // Its message may quote the line; its code does not.
            throw new RuleFailure(
                    e.getErrorCode().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }
}
