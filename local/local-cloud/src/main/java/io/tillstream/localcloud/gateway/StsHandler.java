package io.tillstream.localcloud.gateway;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells callers who they are, which tools ask first of all: always the same. */
final class StsHandler extends Handler.Abstract {

    private static final String IDENTITY = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
            <Arn>arn:aws:iam::000000000000:root</Arn><UserId>000000000000</UserId><Account>000000000000</Account>\
            </GetCallerIdentityResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata>\
            </GetCallerIdentityResponse>""";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (!request.getMethod().equals("POST")
                || !"/".equals(request.getHttpURI().getPath())
                || type == null
                || !type.startsWith("application/x-www-form-urlencoded")) {
            return false;
        }
        String form = Content.Source.asString(request, StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml");
        if (form.contains("Action=GetCallerIdentity")) {
            Content.Sink.write(response, true, IDENTITY, callback);
        } else {
            response.setStatus(400);
            Content.Sink.write(
                    response,
                    true,
                    "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>Not offered here"
                            + "</Message></Error></ErrorResponse>",
                    callback);
        }
        return true;
    }
}
