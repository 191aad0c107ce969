package io.tillstream.access.http;

import java.io.IOException;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Answers pages of other origins that may not call. */
final class PageRefusals extends DefaultCorsProcessor {

    private final RefusalHandler refusals;

    PageRefusals(RefusalHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        if (response instanceof ServletServerHttpResponse answer) {
            refusals.unknownPage(answer.getServletResponse());
        } else {
            super.rejectRequest(response);
        }
    }
}
