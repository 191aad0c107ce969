package io.tillstream.model.feed;

import io.tillstream.model.RowContent;
import org.jspecify.annotations.Nullable;

/** A text that neither identifies a line nor adds up in the books, so that a rule may mask or hash it. */
public interface HideableText {

    /** The text in what a row says, if there is one. */
    @Nullable
    String in(RowContent content);

    /** The same content with another text, or with what stands for none. */
    RowContent with(RowContent content, @Nullable String text);
}
