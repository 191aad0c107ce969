package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Appends only when it is told to go on. */
record HeldJournal(Journal journal, CountDownLatch reached, CountDownLatch goOn) implements Journal {

    @Override
    public boolean hasRoomFor(long bytes) {
        return journal.hasRoomFor(bytes);
    }

    @Override
    public void append(List<JournalFrame> frames) throws IOException {
        reached.countDown();
        try {
            if (!goOn.await(1, TimeUnit.MINUTES)) {
                throw new IOException("Not told to go on");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        journal.append(frames);
    }

    @Override
    public void probe() throws IOException {
        journal.probe();
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        return journal.oldest(enoughBytes);
    }

    @Override
    public void drained() throws IOException {
        journal.drained();
    }

    @Override
    public Backlog backlog() {
        return journal.backlog();
    }

    @Override
    public void close() {
        journal.close();
    }
}
