package io.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import io.tillstream.model.row.Field;
import io.tillstream.model.row.FieldShape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedSchemasTests {

    private static final FieldShape IN_OR_OUT = FieldShape.of(FieldShape.JsonType.STRING)
            .oneOf(List.of("in", "out"))
            .saying("Which way.");

    @Test
    void listTheValuesThatAFieldMayHave() {
        Schema<?> way = FeedSchemas.value(Field.required(0, "way", "send one").shaped(IN_OR_OUT));
        assertThat(way.getTypes()).containsExactly("string");
        assertThat(way.getEnum()).isEqualTo(List.of("in", "out"));
        assertThat(way.getDescription()).isEqualTo("Which way.");
    }

    @Test
    void listNoneOfThemWhereTheFieldIsOptional() {
        Schema<?> way = FeedSchemas.value(Field.optional(0, "way", "send one").shaped(IN_OR_OUT));
        assertThat(way.getTypes()).containsExactlyInAnyOrder("string", "null");
        assertThat(way.getEnum()).isEqualTo(Arrays.asList("in", "out", null));
    }
}
