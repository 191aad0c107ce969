package io.tillstream.localcloud.dynamodb.launcher;

import java.util.List;

/**
 * Who can reach DynamoDB Local, which asks nobody who they are: by itself it listens at every address of the machine, and
 * lets pages of all origins read.
 */
final class Reach {

    private static final String LOOPBACK = "127.0.0.1";

    private Reach() {}

    /** Leaves a Jetty server, before its start, to programs of this machine that call it by its number. */
    static void limitToLoopback(Object jetty) throws ReflectiveOperationException {
        for (Object connector : (Object[]) get(jetty, "getConnectors")) {
            connector.getClass().getMethod("setHost", String.class).invoke(connector, LOOPBACK);
        }
        for (Object context : (List<?>) get(get(jetty, "getHandler"), "getHandlers")) {
            context.getClass().getMethod("setVirtualHosts", List.class).invoke(context, List.of(LOOPBACK));
        }
    }

    private static Object get(Object owner, String getter) throws ReflectiveOperationException {
        return owner.getClass().getMethod(getter).invoke(owner);
    }
}
