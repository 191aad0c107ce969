package io.tillstream.localcloud.dynamodb.launcher;

import com.almworks.sqlite4java.SQLiteQueue;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Starts DynamoDB Local, looks after its database, says so on standard output, and ends with its parent: when standard
 * input ends, by the parent's wish or by its death.
 */
public final class Launcher {

    /** What standard output says when requests are taken. */
    public static final String READY = "ready";

    private static final String SERVER_RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

    private Launcher() {}

    /** Ends the process when it cannot start, since the server's own threads would keep it up. */
    public static void main(String[] args) {
        try {
            serve(args);
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void serve(String[] args) throws Exception {
        Object server = Class.forName(SERVER_RUNNER)
                .getMethod("createServerFromCommandLineArgs", String[].class)
                .invoke(null, (Object) args);
        Reach.limitToLoopback(read(server, "server"));
        Upkeep upkeep = new Upkeep(queueOf(server));
        upkeep.open();
        server.getClass().getMethod("start").invoke(server);
        System.out.println(READY);
        awaitEndOfInput();
        server.getClass().getMethod("stop").invoke(server);
        upkeep.close();
    }

    /**
     * The settings that matter are those of the server's own connection, which it offers no way to reach. Its handler
     * opens the shared database at the first request, whatever the credentials.
     */
    private static SQLiteQueue queueOf(Object server) throws ReflectiveOperationException {
        Object serverHandler = read(server, "serverHandler");
        Object requests = read(serverHandler, "primaryHandler");
        Method open = requests.getClass().getDeclaredMethod("getHandler", String.class);
        open.setAccessible(true);
        Object dynamoDb = open.invoke(requests, "any");
        return (SQLiteQueue) read(read(dynamoDb, "dbAccess"), "queue");
    }

    /** A field of someone else's, however private. */
    static Object read(Object owner, String field) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field candidate : type.getDeclaredFields()) {
                if (candidate.getName().equals(field)) {
                    candidate.setAccessible(true);
                    return candidate.get(owner);
                }
            }
        }
        throw new NoSuchFieldException(owner.getClass() + " has no field " + field);
    }

    private static void awaitEndOfInput() throws IOException {
        byte[] ignored = new byte[256];
        while (System.in.read(ignored) >= 0) {
            // Nothing is ever said; only the end counts.
        }
    }
}
