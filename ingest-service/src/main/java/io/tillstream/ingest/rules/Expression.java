package io.tillstream.ingest.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import io.tillstream.model.FeedLine;
import io.tillstream.model.TransactionLine;
import java.util.Locale;

/** A checked expression, ready to be computed for any line, by several threads at once. */
record Expression(Program program) {

    Object evaluate(FeedLine line) throws RuleFailure {
        CelVariableResolver variables = LineVariable.of((TransactionLine) line);
        try {
            return program.eval(variables);
        } catch (CelEvaluationException e) {
            // Its message may quote the line; its code does not.
            throw new RuleFailure(
                    e.getErrorCode().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }
}
