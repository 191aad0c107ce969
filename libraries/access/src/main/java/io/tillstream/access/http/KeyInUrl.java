package io.tillstream.access.http;

import io.tillstream.access.keys.Key;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Takes keys out of the query of a request, {@code ?key=tsk_...}, before anybody can write the query down: the access log
 * of the server, traces, messages. A beacon of a browser has no headers to send one in.
 */
final class KeyInUrl extends ValveBase {

    static final String PARAMETER = "key";

    private static final String KEY = PARAMETER + "=" + Key.PREFIX;
    private static final String ATTRIBUTE = KeyInUrl.class.getName();

    KeyInUrl() {
        super(true);
    }

    /** The key that was in the query; empty if there were several. */
    static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String key ? key : null;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String query = request.getQueryString();
        if (query != null && query.contains(KEY)) {
            takeOut(query, request);
        }
        getNext().invoke(request, response);
    }

    private static void takeOut(String query, Request request) {
        List<String> keys = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            (parameter.startsWith(KEY) ? keys : others).add(parameter);
        }
        if (!keys.isEmpty()) {
            request.setAttribute(ATTRIBUTE, keys.size() == 1 ? keys.getFirst().substring(PARAMETER.length() + 1) : "");
            MessageBytes left = request.getCoyoteRequest().queryString();
            left.setString(others.isEmpty() ? null : String.join("&", others));
        }
    }
}
