package io.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.TransactionFeed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

final class RequestMetersTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RequestMeters filter = new RequestMeters(new Feeds(List.of(new TransactionFeed())), registry);

    @Test
    void showsEveryClassOfAnswerBeforeTheFirst() {
        assertThat(registry.find("tillstream.ingest.requests").counters())
                .hasSize(12)
                .allMatch(requests -> requests.count() == 0);
    }

    @Test
    void countsByFormAndClass() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/transactions");
        request.setContentType("text/csv; charset=UTF-8");
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setStatus(503);
        filter.doFilter(request, response, new MockFilterChain());
        assertThat(registry.get("tillstream.ingest.requests")
                        .tags("form", "csv", "status", "5xx")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
