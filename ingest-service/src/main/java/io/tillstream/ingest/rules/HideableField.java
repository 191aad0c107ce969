package io.tillstream.ingest.rules;

import io.tillstream.model.RowContent;
import io.tillstream.model.feed.HideableText;
import java.util.function.UnaryOperator;

/** A field that a rule may mask or hash: one that neither identifies a line nor adds up in the books. */
record HideableField(String label, HideableText text) {

    /** The content without the field, or with a placeholder where the field is required. */
    RowContent mask(RowContent content) {
        return text.with(content, null);
    }

    /** The content with the field's value replaced, if it has one. */
    RowContent replace(RowContent content, UnaryOperator<String> change) {
        String value = text.in(content);
        return value == null ? content : text.with(content, change.apply(value));
    }
}
