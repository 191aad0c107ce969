package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.FeedLine;
import java.util.List;

/** What tests want of the result of a validation. */
final class Results {

    private Results() {}

    static FeedLine accepted(RowResult result) {
        assertThat(result).isInstanceOf(RowResult.Accepted.class);
        return ((RowResult.Accepted) result).line();
    }

    static List<FieldError> errors(RowResult result) {
        assertThat(result).isInstanceOf(RowResult.Rejection.class);
        return ((RowResult.Rejection) result).errors();
    }

    /** Of each error, the field and the code. */
    static List<String> codes(RowResult result) {
        return errors(result).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }
}
