package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Service;
import io.tillstream.localcloud.s3.S3Request;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Which operation of which service a request is for. */
record Call(Service service, String operation) {

    private static final Map<String, Service> TARGETS = Map.of(
            "Kinesis_20131202", Service.KINESIS,
            "Firehose_20150804", Service.FIREHOSE,
            "DynamoDB_20120810", Service.DYNAMODB,
            "DynamoDBStreams_20120810", Service.DYNAMODB);

    /** S3 names no target: whatever names none is its. */
    static Call of(Request request) {
        @Nullable String target = request.getHeaders().get("X-Amz-Target");
        if (target != null) {
            Service service = serviceOf(target);
            if (service != null) {
                return new Call(service, target.substring(target.indexOf('.') + 1));
            }
        }
        return new Call(Service.S3, S3Request.of(request).operation());
    }

    /** Whether a request names a service that is not here. */
    static boolean namesAbsentService(Request request) {
        @Nullable String target = request.getHeaders().get("X-Amz-Target");
        return target != null && serviceOf(target) == null;
    }

    static boolean is(Request request, Service service) {
        return of(request).service() == service;
    }

    private static @Nullable Service serviceOf(String target) {
        int dot = target.indexOf('.');
        return TARGETS.get(dot < 0 ? target : target.substring(0, dot));
    }
}
