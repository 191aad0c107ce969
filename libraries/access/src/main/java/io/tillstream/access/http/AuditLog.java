package io.tillstream.access.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.access.Caller;
import io.tillstream.model.StoreId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what, as JSON lines of a logger of its own. It holds nothing of rows, and no number of an invoice or a customer:
 * a path is told by its pattern.
 */
final class AuditLog {

    static final String LOGGER = "tillstream.audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final Clock clock;

    AuditLog(String service, Clock clock) {
        this.service = service;
        this.clock = clock;
        AuditAppender.attachUnlessConfigured();
    }

    void write(Caller caller, HttpServletRequest request, int status) {
        if (LOG.isInfoEnabled()) {
            LOG.info(JSON.writeValueAsString(new Entry(
                    clock.instant().toString(),
                    LOGGER,
                    service,
                    caller.name(),
                    caller.store().map(StoreId::value).orElse(null),
                    request.getRemoteAddr(),
                    request.getMethod(),
                    pattern(request),
                    status,
                    caller.rows())));
        }
    }

    /** Of what was refused before it reached a controller, only the first part of its path. */
    private static String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null) {
            return pattern.toString();
        }
        String path = request.getRequestURI();
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(0, second) + "/...";
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(
            String time,
            String logger,
            String service,
            String caller,
            @Nullable String store,
            String address,
            String method,
            String path,
            int status,
            long rows) {}
}
