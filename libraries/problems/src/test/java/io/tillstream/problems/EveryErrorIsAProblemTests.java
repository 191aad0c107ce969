package io.tillstream.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever refuses a request, and however, one problem detail is what the caller sees of it. */
@ExtendWith(OutputCaptureExtension.class)
final class EveryErrorIsAProblemTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String CLOSE = "Host: x\\r\\nConnection: close\\r\\n";
    private static final String CHUNKED =
            "Host: x\\r\\nContent-Type: text/plain\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nabcde\\r\\nzz\\r\\nxx\\r\\n";

    /** Status, type, and what comes before the blank line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400|bad-request|GET /%zz HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-request|GET /a^b HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-request|GET /%00 HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-request|GET /%ED%A0%80 HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-request|GET /../.. HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-request|G{T / HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-request|GET / HTTP/1.1\\r\\nConnection: close\\r\\n",
                "400|bad-request|GET / HTTP/1.1\\r\\nHost: a b\\r\\n",
                "400|bad-request|GET / HTTP/1.1\\r\\nHost: a:b\\r\\n",
                "400|bad-request|GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n",
                "400|bad-request|GET / HTTP/1.1\\r\\nno colon\\r\\n" + CLOSE,
                "400|bad-request|GET / HTTP/1.1\\r\\na: \u0001\\r\\n" + CLOSE,
                "400|bad-request|POST /body HTTP/1.1\\r\\nContent-Length: -1\\r\\n" + CLOSE,
                "400|bad-request|POST /body HTTP/1.1\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n" + CLOSE,
                "400|bad-parameter|GET /echo?text=%FF HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-parameter|GET /echo?text=%ED%A0%80 HTTP/1.1\\r\\n" + CLOSE,
                "400|bad-parameter|GET /echo?text=%zz HTTP/1.1\\r\\n" + CLOSE,
                "404|not-found|GET /nowhere HTTP/1.1\\r\\n" + CLOSE,
                "404|not-found|GET /error HTTP/1.1\\r\\nAccept: text/html\\r\\n" + CLOSE,
                "404|not-found|GET /nowhere HTTP/1.1\\r\\nAccept: image/png\\r\\n" + CLOSE,
                "404|not-found|GET /nowhere HTTP/1.1\\r\\nAccept: ;,=\\r\\n" + CLOSE,
                "405|method-not-allowed|TRACE /echo HTTP/1.1\\r\\n" + CLOSE,
                "405|method-not-allowed|DELETE /echo HTTP/1.1\\r\\n" + CLOSE,
                "406|not-acceptable|GET /echo?text=a HTTP/1.1\\r\\nAccept: image/png\\r\\n" + CLOSE,
                "406|not-acceptable|GET /echo?text=a HTTP/1.1\\r\\nAccept: garbage\\r\\n" + CLOSE,
                "409|bad-request|GET /bare HTTP/1.1\\r\\n" + CLOSE,
                "415|unsupported-media-type|POST /body HTTP/1.1\\r\\nContent-Type: a/b\\r\\nContent-Length: 0\\r\\n"
                        + CLOSE,
                "417|expectation-failed|POST /body HTTP/1.1\\r\\nExpect: foo\\r\\n" + CLOSE,
                "501|not-implemented|POST /body HTTP/1.1\\r\\nTransfer-Encoding: foo\\r\\n" + CLOSE,
                "503|unavailable|GET /sends-error HTTP/1.1\\r\\n" + CLOSE,
                "505|http-version-not-supported|GET / HTTP/3.1\\r\\n" + CLOSE,
                "400|bad-request|POST /body HTTP/1.1\\r\\n" + CHUNKED,
            })
    void answersOnceAndLogsNoTrace(int status, String type, String head, CapturedOutput log) throws Exception {
        String answer = SmallService.answer(head.replace("\\r\\n", "\r\n") + "\r\n");
        assertProblem(answer, status, type);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/throws", "/filter"})
    void keepsWhatIsUnforeseenToItself(String path) throws Exception {
        String answer = SmallService.answer("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertProblem(answer, 500, "internal-error");
        assertThat(answer).doesNotContain("secret", "Exception");
    }

    @Test
    void refusesMoreParametersThanTheServerTakes(CapturedOutput log) throws Exception {
        String many = IntStream.range(0, 1_500).mapToObj(i -> "a" + i).collect(Collectors.joining("&"));
        String answer = SmallService.answer("GET /echo?" + many + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertProblem(answer, 400, "bad-parameter");
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @Test
    void tellsTheMethodsThatAreAllowed() throws Exception {
        assertThat(SmallService.answer("PUT /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("\r\nAllow: POST\r\n");
    }

    private static void assertProblem(String answer, int status, String type) {
        String[] parts = answer.split("\r\n\r\n", 2);
        assertThat(answer).startsWith("HTTP/1.1 " + status).containsOnlyOnce("HTTP/1.1 ");
        assertThat(parts[0].toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        JsonNode problem = JSON.readTree(unchunked(parts[0], parts[1]));
        assertThat(problem.path("type").asString()).isEqualTo("urn:tillstream:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
    }

    /** The body, whose last chunk must be there where it comes in chunks. */
    private static String unchunked(String head, String body) {
        if (!head.contains("Transfer-Encoding: chunked")) {
            return body;
        }
        assertThat(body).endsWith("\r\n0\r\n\r\n");
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body.substring(at, line), 16);
            whole.append(body, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return whole.toString();
    }
}
