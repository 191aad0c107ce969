package io.tillstream.access.keys;

import io.tillstream.access.Scopes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a service: those of its settings and those of a file, which is read again when it changes. A file that
 * cannot be used leaves the keys as they were.
 */
public final class KeyRing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final List<KeyEntry> configured;
    private final Scopes scopes;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile KeySet keys;
    private volatile boolean stale;
    private byte[] seen = {};

    private KeyRing(List<KeyEntry> configured, Scopes scopes) {
        this.configured = configured;
        this.scopes = scopes;
        this.keys = KeySet.of(configured, scopes);
    }

    /**
     * Keys of the settings only.
     *
     * @param scopes what they may have
     * @throws UnusableKeyException when one has another scope, or is public and may do too much
     * @throws IllegalArgumentException when two have the same id
     */
    public static KeyRing of(List<KeyEntry> configured, Scopes scopes) {
        return new KeyRing(configured, scopes);
    }

    /**
     * Keys of the settings and of a file that is looked at every so often.
     *
     * @param scopes what they may have
     * @throws UnreadableKeysException when the file cannot be used
     * @throws UnusableKeyException when a key has another scope, or is public and may do too much
     * @throws IllegalArgumentException when two keys have the same id
     */
    public static KeyRing watching(List<KeyEntry> configured, Scopes scopes, Path path, Duration every) {
        KeysFile file = new KeysFile(path);
        KeyRing ring = new KeyRing(configured, scopes);
        ring.load(file, file.read());
        Thread.ofVirtual().name("keys-file").start(() -> ring.watch(file, every));
        return ring;
    }

    /** The entry of this key, if it has one. */
    public Optional<KeyEntry> find(String key) {
        return keys.find(key);
    }

    /** Whether there is a public key for pages of this origin. */
    public boolean hasPublicKeyFor(String origin) {
        return keys.hasPublicKeyFor(origin);
    }

    public int size() {
        return keys.size();
    }

    /** How many keys have expired by that moment. */
    public int expiredAt(Instant moment) {
        return keys.expiredAt(moment);
    }

    /** Whether the file has changed to something that cannot be used, so that keys of an earlier one are in force. */
    public boolean isStale() {
        return stale;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void watch(KeysFile file, Duration every) {
        try {
            while (!closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                refresh(file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(KeysFile watched) {
        try {
            byte[] content = watched.read();
            if (stale || !Arrays.equals(content, seen)) {
                load(watched, content);
                LOG.info("Reloaded {}: {} keys", watched.path(), size());
            }
        } catch (RuntimeException e) {
            // The edge of the thread: whatever the file holds, it must be looked at again.
            if (!stale) {
                LOG.error("The keys could not be reloaded; those read before stay in force", e);
            }
            stale = true;
        }
    }

    private void load(KeysFile source, byte[] content) {
        List<KeyEntry> all = Stream.concat(configured.stream(), source.parse(content).stream())
                .toList();
        keys = KeySet.of(all, scopes);
        seen = content;
        stale = false;
    }
}
