package io.tillstream.ingest.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Files of the platform, of which one step fails. */
final class FaultyFiles implements SpillFolder.Opener {

    /** A step on the way to a file that lasts. */
    enum Step {
        NONE,
        OPEN,
        WRITE,
        PART_OF_WRITE,
        SYNC,
        SYNC_AND_CUT
    }

    volatile Step failing = Step.NONE;

    private void fail(Step... steps) throws IOException {
        for (Step step : steps) {
            if (failing == step) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        fail(Step.OPEN);
        return new FaultyChannel(FileChannel.open(file, options));
    }

    private final class FaultyChannel extends FileChannel {

        private final FileChannel file;

        FaultyChannel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            fail(Step.WRITE, Step.PART_OF_WRITE);
            return file.write(bytes);
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            fail(Step.WRITE);
            if (failing == Step.PART_OF_WRITE) {
                file.write(bytes[offset].slice(0, bytes[offset].remaining() / 2));
                fail(Step.PART_OF_WRITE);
            }
            return file.write(bytes, offset, length);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            fail(Step.SYNC, Step.SYNC_AND_CUT);
            file.force(metadata);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            fail(Step.SYNC_AND_CUT);
            return file.truncate(size);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
            return file.read(bytes, offset, length);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            return file.write(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            return file.position(position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
            return file.transferTo(position, count, target);
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
            return file.transferFrom(source, position, count);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return file.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return file.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
