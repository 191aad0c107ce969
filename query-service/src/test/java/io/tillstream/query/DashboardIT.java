package io.tillstream.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class DashboardIT {

    @Test
    void servesPageScriptsStylesAndIconAsBrowsersWantThem() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start()) {
            HttpResponse<String> page = server.answer("/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<title>Tillstream</title>");
            assertThat(type(page)).startsWith("text/html");
            assertThat(type(server.answer("/dashboard/main.js"))).startsWith("text/javascript");
            assertThat(type(server.answer("/dashboard/base.css"))).startsWith("text/css");
            assertThat(type(server.answer("/favicon.svg"))).startsWith("image/svg+xml");
        }
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
