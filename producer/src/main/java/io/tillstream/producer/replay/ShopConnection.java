package io.tillstream.producer.replay;

import io.tillstream.commandline.StopSignal;
import io.tillstream.producer.report.ReplayEnding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a shop: rows are put in at one end by the reader of the file, and sent in their order at the other.
 * No more than a few batches wait in it; then the reader does.
 */
final class ShopConnection implements Runnable {

    /** One batch being filled, two waiting, one being sent. */
    static final int BATCHES_HELD = 4;

    private static final int WAITING = 2;
    private static final long LOOK_UP_MILLIS = 50;
    private static final int MOST_CHARS = 4 << 20;
    private static final RowBatch END = new RowBatch(List.of(), 0);

    private final BlockingQueue<RowBatch> waiting = new ArrayBlockingQueue<>(WAITING);
    private final int number;
    private final int batchRows;
    private final BatchSender sender;
    private final ReplayOutcome outcome;

    private List<SentRow> filling = new ArrayList<>();
    private int filledChars;
    private long dueAt;

    ShopConnection(int number, int batchRows, BatchSender sender, ReplayOutcome outcome) {
        this.number = number;
        this.batchRows = batchRows;
        this.sender = sender;
        this.outcome = outcome;
    }

    /** Adds a row, waiting while the connection is full; false when sending has stopped. */
    boolean put(SentRow row, long due) throws InterruptedException {
        filling.add(row);
        filledChars += row.json() == null ? 0 : row.json().length();
        dueAt = due;
        return (filling.size() < batchRows && filledChars < MOST_CHARS) || handOver();
    }

    /** Ends the connection after the rows that were put in. */
    void finish() throws InterruptedException {
        boolean goesOn = filling.isEmpty() || handOver();
        if (goesOn) {
            offer(END);
        }
    }

    private boolean handOver() throws InterruptedException {
        RowBatch batch = new RowBatch(filling, dueAt);
        filling = new ArrayList<>(batchRows);
        filledChars = 0;
        return offer(batch);
    }

    private boolean offer(RowBatch batch) throws InterruptedException {
        StopSignal stop = outcome.stop();
        while (!stop.isTold()) {
            if (waiting.offer(batch, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void run() {
        try {
            sendAll();
        } catch (InterruptedException e) {
            outcome.end(new ReplayEnding.Interrupted());
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            outcome.end(new ReplayEnding.GaveUp("The file of rejected rows cannot be written: " + e.getMessage()));
        } catch (RuntimeException e) {
            // The edge of this thread: a bug must not leave the others and the reader waiting for ever.
            outcome.end(new ReplayEnding.GaveUp("Internal error: " + e));
            throw e;
        }
    }

    private void sendAll() throws InterruptedException, IOException {
        StopSignal stop = outcome.stop();
        while (!stop.isTold()) {
            RowBatch batch = waiting.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            boolean goesOn = batch == null || (!batch.rows().isEmpty() && sender.send(number, batch));
            if (!goesOn) {
                return;
            }
        }
    }
}
