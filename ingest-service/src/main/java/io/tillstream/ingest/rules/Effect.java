package io.tillstream.ingest.rules;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.RowContent;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a rule does to a line it applies to. */
sealed interface Effect {

    /** The line goes no further. */
    record Drop() implements Effect {}

    /** A field is masked or hashed. */
    record Hide(UnaryOperator<RowContent> change) implements Effect {

        FeedLine applyTo(FeedLine line) {
            return line.with(change.apply(line.content()), line.attributes());
        }
    }

    /** Attributes are computed, by their names; each replaces what an earlier rule made of its name. */
    record Derive(Map<String, Expression> expressions) implements Effect {

        FeedLine applyTo(FeedLine line) throws RuleFailure {
            Map<String, AttributeValue> values = new TreeMap<>(line.attributes().values());
            for (Map.Entry<String, Expression> entry : expressions.entrySet()) {
                AttributeValue value = Scalars.of(entry.getValue().evaluate(line));
                if (value == null) {
                    values.remove(entry.getKey());
                } else {
                    values.put(entry.getKey(), value);
                }
            }
            if (values.size() > Attributes.MAX_COUNT) {
                throw new RuleFailure("more than " + Attributes.MAX_COUNT + " attributes, with those of the row");
            }
            return line.with(line.content(), new Attributes(values));
        }
    }
}
