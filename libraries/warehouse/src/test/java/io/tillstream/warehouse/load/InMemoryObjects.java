package io.tillstream.warehouse.load;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.FeedLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.TransactionFeed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Gzipped objects of a bucket. */
final class InMemoryObjects implements ObjectContents {

    static final FeedTable TRANSACTIONS = FeedTable.of(new TransactionFeed());

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public InputStream open(LoadObject object) throws IOException {
        byte[] bytes = objects.get(object.key());
        if (bytes == null) {
            throw new FileNotFoundException(object.key());
        }
        return new ByteArrayInputStream(bytes);
    }

    LoadObject lake(String key, TransactionLine[]... lines) {
        return lines(
                key,
                TransactionColumns.WIRE,
                Arrays.stream(lines).flatMap(Arrays::stream).toList());
    }

    LoadObject lake(String key, TransactionLine... lines) {
        return lines(key, TransactionColumns.WIRE, List.of(lines));
    }

    LoadObject sales(String key, TransactionLine... lines) {
        return lines(key, TransactionColumns.WAREHOUSE, List.of(lines));
    }

    LoadObject lines(String key, LineForm form, List<? extends FeedLine> lines) {
        return text(key, form, text(form, lines));
    }

    LoadObject text(String key, LineForm form, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return put(key, bytes.toByteArray(), form);
    }

    /** The same object without its second half. */
    LoadObject cutOff(LoadObject object) {
        byte[] whole = requireNonNull(objects.get(object.key()));
        return put(object.key(), Arrays.copyOf(whole, whole.length / 2), object.form());
    }

    static String text(LineForm form, List<? extends FeedLine> lines) {
        return lines.stream()
                .map(line -> new String(form.encode(line), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }

    private LoadObject put(String key, byte[] bytes, LineForm form) {
        objects.put(key, bytes);
        return new LoadObject("lake", key, Integer.toHexString(Arrays.hashCode(bytes)), bytes.length, form);
    }
}
