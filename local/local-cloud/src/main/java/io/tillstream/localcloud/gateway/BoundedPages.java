package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Service;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps the pages of DynamoDB's scans and queries small. DynamoDB Local takes all items up to the limit into its memory
 * and only then cuts the page at 1 MB: without a limit that is the whole table, once a page.
 */
final class BoundedPages extends Handler.Wrapper {

    private final PageBound bound = new PageBound();

    BoundedPages(Handler dynamoDb) {
        super(dynamoDb);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Call call = Call.of(request);
        boolean paged = call.service() == Service.DYNAMODB && PageBound.concerns(call.operation());
        return super.handle(paged ? new Bounded(request, bound.applied(body(request))) : request, response, callback);
    }

    private static byte[] body(Request request) throws Exception {
        try (InputStream input = Content.Source.asInputStream(request)) {
            return input.readAllBytes();
        }
    }

    /** The request with another body. */
    private static final class Bounded extends Request.Wrapper {

        private final HttpFields headers;
        private final Content.Source body;

        Bounded(Request request, byte[] body) {
            super(request);
            this.headers = HttpFields.build(request.getHeaders()).put(HttpHeader.CONTENT_LENGTH, body.length);
            this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public long getLength() {
            return body.getLength();
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
            body.demand(demandCallback);
        }
    }
}
