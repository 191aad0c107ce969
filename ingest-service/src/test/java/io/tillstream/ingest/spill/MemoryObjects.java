package io.tillstream.ingest.spill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Objects in memory. */
final class MemoryObjects implements SpillObjects {

    private final TreeMap<String, Versioned> objects = new TreeMap<>();
    private int versions;
    private boolean out;

    private record Versioned(String tag, String body) {}

    @Override
    public synchronized Optional<String> putIfAbsent(String key, byte[] body) throws IOException {
        reach();
        return objects.containsKey(key) ? Optional.empty() : Optional.of(store(key, body));
    }

    @Override
    public synchronized Optional<String> putIfUnchanged(String key, byte[] body, String tag) throws IOException {
        reach();
        Versioned last = objects.get(key);
        return last == null || !Objects.equals(last.tag(), tag) ? Optional.empty() : Optional.of(store(key, body));
    }

    @Override
    public synchronized void put(String key, byte[] body) throws IOException {
        reach();
        store(key, body);
    }

    private String store(String key, byte[] body) {
        versions++;
        String tag = "v" + versions;
        objects.put(key, new Versioned(tag, new String(body, ISO_8859_1)));
        return tag;
    }

    @Override
    public synchronized Optional<byte[]> get(String key) throws IOException {
        reach();
        Versioned object = objects.get(key);
        return object == null ? Optional.empty() : Optional.of(object.body().getBytes(ISO_8859_1));
    }

    @Override
    public synchronized List<Listed> list(String prefix) throws IOException {
        reach();
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> new Listed(
                        object.getKey(),
                        object.getValue().tag(),
                        object.getValue().body().length()))
                .toList();
    }

    @Override
    public synchronized void delete(Collection<String> keys) throws IOException {
        reach();
        keys.forEach(objects::remove);
    }

    synchronized void out(boolean isOut) {
        out = isOut;
    }

    private void reach() throws IOException {
        if (out) {
            throw new IOException("no connection");
        }
    }
}
