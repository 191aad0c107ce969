package io.tillstream.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
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

    @Test
    void offersTheViewOfTheShopWithItsScriptsAndStyles() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start()) {
            assertThat(server.answer("/").body()).contains("href=\"#/shop\"", "id=\"shop\"", "/dashboard/shop.css");
            for (String script : List.of("shop", "funnel", "carts", "groups", "bands", "cohorts")) {
                HttpResponse<String> answer = server.answer("/dashboard/" + script + ".js");
                assertThat(answer.statusCode()).as(script).isEqualTo(200);
                assertThat(type(answer)).as(script).startsWith("text/javascript");
            }
            assertThat(type(server.answer("/dashboard/shop.css"))).startsWith("text/css");
        }
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
