package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The parts of files of one feed, in a bucket. */
public final class PartStore {

    private static final int KEYS_A_CALL = 1_000;
    private static final String STAGING = "staging/import/load=";

    private static final int BUFFER = 1 << 16;

    private final S3Client s3;
    private final String bucket;
    private final FeedLayout layout;
    private final LineForm form;

    public PartStore(S3Client s3, String bucket, Feed feed) {
        this.s3 = s3;
        this.bucket = bucket;
        this.layout = feed.layout();
        this.form = feed.wireForm();
    }

    public String bucket() {
        return bucket;
    }

    /** The form of the lines in them. */
    public LineForm form() {
        return form;
    }

    /** Where parts lie that are to stay. */
    public String lakeOf(String load) {
        return layout.batchOf(load);
    }

    /** Where parts lie that are only passed on, and then deleted. */
    public static String stagingOf(String load) {
        return STAGING + load + "/";
    }

    public boolean isLake(String prefix) {
        return prefix.startsWith(layout.batchPrefix());
    }

    Part put(String prefix, PartFile part) throws IOException {
        String key = "%spart-%05d.jsonl.gz".formatted(prefix, part.number());
        return part.asPart(key, put(key, part.file(), "application/gzip"));
    }

    String put(String key, Path file, String type) {
        return s3.putObject(request -> request.bucket(bucket).key(key).contentType(type), RequestBody.fromFile(file))
                .eTag();
    }

    /** Puts a small object. */
    public void putText(String key, String text, String type) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(type),
                RequestBody.fromString(text, StandardCharsets.UTF_8));
    }

    /**
     * Hands over the lines of a part, in chunks of so many.
     *
     * @throws PartsFailureException when the part is not what was put
     */
    public void lines(Part part, int chunk, Consumer<List<FeedLine>> consumer) {
        try (InputStream object = s3.getObject(request -> request.bucket(bucket).key(part.key()));
                BufferedReader text = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(object, BUFFER), StandardCharsets.UTF_8), BUFFER)) {
            text.lines()
                    .map(line -> lineOf(line, part))
                    .gather(Gatherers.windowFixed(chunk))
                    .forEach(consumer);
        } catch (IOException | UncheckedIOException unreadable) {
            throw PartsFailureException.unreadable(part, unreadable);
        }
    }

    /** Writes a manifest of the parts, as Redshift's COPY takes it, beside them. */
    public void putManifest(String prefix, List<Part> parts) {
        String entries = parts.stream()
                .map(part -> """
                    {"url": "s3://%s/%s", "mandatory": true, "meta": {"content_length": %d}, "rows": %d}\
                    """.formatted(bucket, part.key(), part.bytes(), part.rows()))
                .collect(Collectors.joining(",\n    "));
        putText(prefix + "manifest.json", "{\"entries\": [\n    " + entries + "\n]}\n", "application/json");
    }

    /** Deletes all that is there. */
    public void sweep(String prefix) {
        s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .gather(Gatherers.windowFixed(KEYS_A_CALL))
                .forEach(keys ->
                        s3.deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(keys))));
    }

    private FeedLine lineOf(String line, Part part) {
        Decoded decoded = form.decode(line.getBytes(StandardCharsets.UTF_8));
        return switch (decoded) {
            case Decoded.Line good -> good.line();
            case Decoded.Undecodable bad -> throw PartsFailureException.unreadable(part, new IOException(bad.reason()));
        };
    }
}
