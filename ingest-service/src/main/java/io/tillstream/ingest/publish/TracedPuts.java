package io.tillstream.ingest.publish;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/**
 * A Kinesis client whose calls of PutRecords leave a span: how many records, how many failed, what kind of error. Neither
 * records nor messages of errors, which may quote them, are told.
 */
final class TracedPuts implements InvocationHandler {

    private final KinesisClient kinesis;
    private final Supplier<Tracer> tracer;

    private TracedPuts(KinesisClient kinesis, Supplier<Tracer> tracer) {
        this.kinesis = kinesis;
        this.tracer = tracer;
    }

    static KinesisClient of(KinesisClient kinesis, Supplier<Tracer> tracer) {
        return (KinesisClient) Proxy.newProxyInstance(
                KinesisClient.class.getClassLoader(),
                new Class<?>[] {KinesisClient.class},
                new TracedPuts(kinesis, tracer));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments.length == 1 && arguments[0] instanceof PutRecordsRequest request) {
            return put(request);
        }
        try {
            return method.invoke(kinesis, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private PutRecordsResponse put(PutRecordsRequest request) {
        Span span = tracer.get()
                .spanBuilder()
                .name("Kinesis.PutRecords")
                .kind(Span.Kind.CLIENT)
                .tag("rpc.system", "aws-api")
                .tag("rpc.service", "Kinesis")
                .tag("rpc.method", "PutRecords")
                .tag("tillstream.records", request.records().size())
                .start();
        try {
            PutRecordsResponse response = kinesis.putRecords(request);
            span.tag("tillstream.failed", response.failedRecordCount());
            return response;
        } catch (SdkException e) {
            span.tag("error.type", e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }
}
