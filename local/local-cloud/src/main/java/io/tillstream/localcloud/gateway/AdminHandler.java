package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Fault;
import io.tillstream.localcloud.faults.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The cloud's own endpoint below {@code /_local/}: health, what was called, what streams took and gave, and the faults. */
final class AdminHandler extends Handler.Abstract {

    private static final String ROOT = "/_local/";
    private static final String FAULTS = "faults/";

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final Map<String, Supplier<?>> pages;
    private final Faults faults;
    private final Counters counters;

    AdminHandler(Map<String, Supplier<?>> pages, Faults faults, Counters counters) {
        this.pages = Map.copyOf(pages);
        this.faults = faults;
        this.counters = counters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(ROOT)) {
            return false;
        }
        try {
            Object answer = answer(request, path.substring(ROOT.length()));
            if (answer instanceof Health health) {
                send(response, health.httpStatus(), health.details(), callback);
            } else {
                send(response, 200, answer, callback);
            }
        } catch (JacksonException | IllegalArgumentException e) {
            send(response, 400, Map.of("error", String.valueOf(e.getMessage())), callback);
        } catch (Missing e) {
            send(response, 404, Map.of("error", "Nothing at " + path), callback);
        }
        return true;
    }

    private Object answer(Request request, String path) throws IOException, Missing {
        if (path.startsWith(FAULTS)) {
            return faultsOf(request, path.substring(FAULTS.length()));
        }
        if (path.equals("counters")) {
            return counters.snapshot();
        }
        Supplier<?> page = pages.get(path);
        if (page == null) {
            throw new Missing();
        }
        return page.get();
    }

    private Object faultsOf(Request request, String service) throws IOException, Missing {
        switch (request.getMethod()) {
            case "PUT" -> faults.set(service, read(request));
            case "DELETE" -> faults.lift(service);
            case "GET" -> {}
            default -> throw new Missing();
        }
        return faults.of(service);
    }

    private Fault[] read(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            return mapper.readValue(body, Fault[].class);
        }
    }

    private void send(Response response, int status, Object body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(body)), callback);
    }

    private static final class Missing extends Exception {}
}
