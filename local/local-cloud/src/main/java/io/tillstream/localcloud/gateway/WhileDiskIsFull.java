package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Fault;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers that a stream is unavailable while the disk is too full for new records, to callers that describe it as well
 * as to those that put: a producer knows before it has taken rows. What is in it can be read on.
 */
public final class WhileDiskIsFull extends Handler.Abstract {

    private static final Set<String> OPERATIONS = Set.of(
            "Kinesis_20131202.PutRecord", "Kinesis_20131202.PutRecords", "Kinesis_20131202.DescribeStreamSummary");

    private final BooleanSupplier isFull;

    public WhileDiskIsFull(BooleanSupplier isFull) {
        this.isFull = isFull;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String operation = request.getHeaders().get("X-Amz-Target");
        if (operation == null || !OPERATIONS.contains(operation) || !isFull.getAsBoolean()) {
            return false;
        }
        Call call = Call.of(request);
        ServiceError.of(Fault.Kind.UNAVAILABLE, call.service()).send(call, request, response, callback);
        return true;
    }
}
