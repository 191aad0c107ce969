package io.tillstream.localcloud.dynamodb.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MemberChecksTests {

    private static final String END = "' at 'requestItems' failed to satisfy constraint: too long";

    @Test
    void showsTheBeginningOfALongValue() {
        assertThat(faultOf("x".repeat(1_000_000)))
                .startsWith("1 validation error detected: Value 'xxx")
                .endsWith("xxx..." + END)
                .hasSizeLessThan(20_000);
    }

    @Test
    void showsAValueOfSomeThousandCharactersWhole() {
        assertThat(faultOf("x".repeat(10_000))).contains("'" + "x".repeat(10_000) + END);
    }

    @Test
    void cutsNoCharacterInTwo() {
        String clefs = "\ud834\udd1e".repeat(10_000);
        for (String value : new String[] {clefs, "x" + clefs}) {
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(faultOf(value)))
                    .isTrue();
        }
    }

    private static String faultOf(String value) {
        MemberChecks checks =
                new MemberChecks(AwsRequest.ofJson(JsonMapper.shared().createObjectNode()));
        checks.add(value, "requestItems", "too long");
        return catchThrowableOfType(AwsError.class, checks::done).message();
    }
}
