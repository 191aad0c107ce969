package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Service;
import io.tillstream.localcloud.s3.S3Request;
import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes S3's requests on to the server that answers them, streaming both ways. */
final class Upstream extends ProxyHandler {

    private static final int CONNECTIONS = 1_024;

    private final URI s3;

    Upstream(URI s3) {
        this.s3 = s3;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return Call.is(request, Service.S3) && super.handle(request, response, callback);
    }

    @Override
    protected HttpURI rewriteHttpURI(Request request) {
        return HttpURI.from(s3 + S3Request.of(request).pathAndQuery());
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setIdleTimeout(0);
    }

    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request upstream) {
        // To the client there is no proxy.
    }
}
