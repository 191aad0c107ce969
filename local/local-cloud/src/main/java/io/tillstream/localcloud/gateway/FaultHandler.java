package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Fault;
import io.tillstream.localcloud.faults.FaultDecision;
import io.tillstream.localcloud.faults.Faults;
import java.io.EOFException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts the calls, and lets the faults in force strike before the services see them. */
final class FaultHandler extends Handler.Wrapper {

    private final Faults faults;
    private final Counters counters;

    FaultHandler(Handler services, Faults faults, Counters counters) {
        super(services);
        this.faults = faults;
        this.counters = counters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (Call.namesAbsentService(request)) {
            return super.handle(request, response, callback);
        }
        Call call = Call.of(request);
        counters.called(call);
        FaultDecision decision = faults.judge(call.service(), call.operation());
        if (decision.delay().isPositive()) {
            Thread.sleep(decision.delay());
        }
        if (decision.failure().isEmpty()) {
            return super.handle(request, response, callback);
        }
        counters.failed(call);
        fail(decision.failure().get(), call, request, response, callback);
        return true;
    }

    private static void fail(Fault.Kind kind, Call call, Request request, Response response, Callback callback) {
        if (kind == Fault.Kind.DROPPED) {
            request.getConnectionMetaData().getConnection().getEndPoint().close(new EOFException("dropped"));
            callback.failed(new EOFException("dropped"));
        } else {
            ServiceError.of(kind, call.service()).send(call, request, response, callback);
        }
    }
}
