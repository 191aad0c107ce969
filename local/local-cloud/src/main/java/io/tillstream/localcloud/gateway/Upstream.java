package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Service;
import io.tillstream.localcloud.s3.S3Request;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes one service's requests on to the server that answers them, streaming both ways. */
final class Upstream extends ProxyHandler {

    private static final int CONNECTIONS = 1_024;

    private final Service service;
    private final Function<Request, String> target;

    private Upstream(Service service, Function<Request, String> target) {
        this.service = service;
        this.target = target;
    }

    static Upstream dynamoDb(URI endpoint) {
        return new Upstream(Service.DYNAMODB, request -> endpoint + "/");
    }

    static Upstream s3(URI endpoint) {
        return new Upstream(
                Service.S3, request -> endpoint + S3Request.of(request).pathAndQuery());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return Call.is(request, service) && super.handle(request, response, callback);
    }

    @Override
    protected HttpURI rewriteHttpURI(Request request) {
        return HttpURI.from(target.apply(request));
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setIdleTimeout(0);
    }

    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request upstream) {
        // To the client there is no proxy. DynamoDB Local answers to its own name only, whatever the client calls us.
        if (service == Service.DYNAMODB) {
            upstream.headers(
                    headers -> headers.put(HttpHeader.HOST, upstream.getURI().getAuthority()));
        }
    }
}
