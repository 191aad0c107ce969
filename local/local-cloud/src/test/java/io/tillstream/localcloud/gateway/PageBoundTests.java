package io.tillstream.localcloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PageBoundTests {

    private final JsonMapper mapper = new JsonMapper();
    private final PageBound bound = new PageBound();

    @ParameterizedTest
    @ValueSource(strings = {"", "'Limit':null,", "'Limit':3001,", "'Limit':2147483647,"})
    void boundsAPageThatHasNoLimitOrAHigherOne(String limit) {
        assertThat(mapper.readTree(applied("{" + limit + "'TableName':'Großhandel','Select':'COUNT'}")))
                .isEqualTo(mapper.readTree(json("{'TableName':'Großhandel','Select':'COUNT','Limit':3000}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3000", "0", "-1", "'many'", "99999999999"})
    void leavesALimitThatIsLowEnoughOrWrong(String limit) {
        String call = "{ 'TableName' : 'T', 'Limit' : " + limit + " }";
        assertThat(applied(call)).isEqualTo(json(call));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{'TableName':"})
    void leavesToTheServerWhatItIsToRefuse(String call) {
        assertThat(applied(call)).isEqualTo(json(call));
    }

    @Test
    void concernsWhatHasPages() {
        assertThat(PageBound.concerns("Scan")).isTrue();
        assertThat(PageBound.concerns("Query")).isTrue();
        assertThat(PageBound.concerns("ListTables")).isFalse();
    }

    private String applied(String call) {
        return new String(bound.applied(json(call).getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
