package io.tillstream.localcloud.gateway;

import io.tillstream.localnames.LocalNames;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests of programs through, and none of pages in a browser, which can reach loopback as every program can: by
 * a name of its own that leads here, and by requests across origins. Nobody else is asked who they are.
 */
final class LocalOnly extends Handler.Wrapper {

    private static final int FORBIDDEN = 403;

    private final LocalNames names;

    LocalOnly(LocalNames names, Handler services) {
        super(services);
        this.names = names;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // Without a name it is HTTP/1.0, which no browser speaks.
        String host = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.HOST), "localhost");
        if (!names.contain(host)) {
            refuse(
                    "This cloud answers only to names of its own machine and to those given with --host.",
                    request,
                    response,
                    callback);
            return true;
        }
        if (request.getHeaders().getFields(HttpHeader.ORIGIN).stream()
                .map(origin -> Objects.requireNonNullElse(origin.getValue(), ""))
                .anyMatch(origin -> LocalNames.isForeign(origin, host))) {
            refuse("This cloud refuses requests from pages of other origins.", request, response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static void refuse(String message, Request request, Response response, Callback callback) {
        Call call = Call.of(request);
        new ServiceError(FORBIDDEN, call.service().refusalCode(), message).send(call, request, response, callback);
    }
}
