package io.tillstream.localcloud.dynamodb.launcher;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** What the server's database needs besides the server's own work: settings at the start, then a round a second. */
final class Upkeep {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final SQLiteQueue queue;
    private final Thread rounds = Thread.ofPlatform().daemon().unstarted(this::goRoundForever);
    private boolean failing;

    Upkeep(SQLiteQueue queue) {
        this.queue = queue;
    }

    void open() throws InterruptedException, ExecutionException {
        job(WriteAheadLog::open).get();
        job(Upkeep::goRound).get();
        rounds.start();
    }

    void close() throws InterruptedException {
        rounds.interrupt();
        rounds.join();
        queue.stop(true).join();
    }

    private void goRoundForever() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                job(this::goRoundQuietly).complete();
            }
        } catch (InterruptedException e) {
            // The server is being stopped; closing the database checkpoints it for good.
        }
    }

    /** What fails is tried again a second later, and told of once. */
    private void goRoundQuietly(SQLiteConnection connection) throws ReflectiveOperationException {
        try {
            goRound(connection);
            failing = false;
        } catch (SQLiteException e) {
            if (!failing) {
                System.err.println("Upkeep is put off: " + e.getMessage());
            }
            failing = true;
        }
    }

    static void goRound(SQLiteConnection connection) throws SQLiteException, ReflectiveOperationException {
        // Within one of the server's transactions it would fail and take the transaction with it.
        if (connection.getAutoCommit()) {
            OpenStatements.reset(connection);
            ScanIndexes.complete(connection);
            WriteAheadLog.checkpoint(connection);
        }
    }

    private SQLiteJob<Void> job(Work work) {
        return queue.execute(new SQLiteJob<Void>() {
            @Override
            protected Void job(SQLiteConnection connection) throws Exception {
                work.on(connection);
                return null;
            }
        });
    }

    private interface Work {
        void on(SQLiteConnection connection) throws Exception;
    }
}
