package io.tillstream.localcloud.dynamodb.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.SFChunk;
import org.jspecify.annotations.Nullable;

/**
 * The file of an MVStore. MVStore's own uses a channel, and a channel closes itself under a thread that is interrupted:
 * one reader would end the store for all. Here an interrupt does nothing.
 */
final class EntryFile extends RandomAccessStore {

    private static final int READERS = 8;

    private final RandomAccessFile writer;
    private final List<RandomAccessFile> readers = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    private EntryFile(Path file, Map<String, Object> settings) throws IOException {
        super(settings);
        init(file.toString(), false);
        writer = new RandomAccessFile(file.toFile(), "rw");
        for (int i = 0; i < READERS; i++) {
            readers.add(new RandomAccessFile(file.toFile(), "r"));
        }
        setSize(writer.length());
    }

    /** Opens a file, which is made if there is none. */
    static EntryFile open(Path file, int cacheMib, int pageBytes) {
        try {
            return new EntryFile(file, Map.of("cacheSize", cacheMib, "pageSplitSize", pageBytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer readFully(@Nullable SFChunk chunk, long position, int length) {
        byte[] bytes = new byte[length];
        RandomAccessFile reader = readers.get(Math.floorMod(turn.getAndIncrement(), READERS));
        try {
            synchronized (reader) {
                reader.seek(position);
                reader.readFully(bytes);
            }
        } catch (IOException e) {
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_READING_FAILED, "Cannot read {0} at {1}", getFileName(), position, e);
        }
        readCount.incrementAndGet();
        readBytes.addAndGet(length);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    protected void writeFully(@Nullable SFChunk chunk, long position, ByteBuffer source) {
        int length = source.remaining();
        setSize(Math.max(size(), position + length));
        write(() -> {
            writer.seek(position);
            writer.write(source.array(), source.arrayOffset() + source.position(), length);
        });
        source.position(source.limit());
        writeBytes.addAndGet(length);
    }

    @Override
    protected void truncate(long size) {
        write(() -> writer.setLength(size));
        setSize(Math.min(size(), size));
    }

    @Override
    public void sync() {
        write(() -> writer.getFD().sync());
    }

    @Override
    public void close() {
        try {
            write(writer::close);
            for (RandomAccessFile reader : readers) {
                write(reader::close);
            }
        } finally {
            super.close();
        }
    }

    private void write(Writing writing) {
        try {
            synchronized (writer) {
                writing.run();
            }
        } catch (IOException e) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "Cannot write {0}", getFileName(), e);
        }
        writeCount.incrementAndGet();
    }

    private interface Writing {
        void run() throws IOException;
    }

    @Override
    public void open(String file, boolean readOnly, char @Nullable [] encryptionKey) {
        throw new UnsupportedOperationException("It is open from the beginning");
    }

    @Override
    public EntryFile open(String file, boolean readOnly) {
        throw new UnsupportedOperationException("Only its own file");
    }

    @Override
    public void backup(ZipOutputStream out) {
        throw new UnsupportedOperationException("It makes no backups");
    }
}
