package io.tillstream.localcloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WriteSplitTests {

    private final JsonMapper mapper = new JsonMapper();

    @Test
    void everyWriteGoesToOneSideOrTheOther() {
        Iterator<Boolean> heldBack = List.of(true, false, false).iterator();
        WriteSplit split = WriteSplit.of(
                json("{'RequestItems':{'T':[{'a':1},{'a':2}],'U':[{'a':3}]},'ReturnConsumedCapacity':'NONE'}"),
                heldBack::next);
        assertThat(split.kept())
                .isEqualTo(json("{'ReturnConsumedCapacity':'NONE','RequestItems':{'T':[{'a':2}],'U':[{'a':3}]}}"));
        assertThat(split.heldBack()).isEqualTo(json("{'T':[{'a':1}]}"));
        assertThat(split.withUnprocessed(json("{'UnprocessedItems':{}}")))
                .isEqualTo(json("{'UnprocessedItems':{'T':[{'a':1}]}}"));
    }

    @Test
    void tellsWhenNothingIsKept() {
        ObjectNode call = json("{'RequestItems':{'T':[{'a':1}]}}");
        assertThat(WriteSplit.of(call, () -> true).nothingKept()).isTrue();
        assertThat(WriteSplit.of(call, () -> false).nothingKept()).isFalse();
        assertThat(WriteSplit.of(json("{}"), () -> true).nothingKept()).isFalse();
    }

    private ObjectNode json(String text) {
        return (ObjectNode) mapper.readTree(text.replace('\'', '"'));
    }
}
