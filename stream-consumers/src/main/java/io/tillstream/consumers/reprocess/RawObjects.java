package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.FeedLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a feed in the raw lake, in the order of their keys, and listed as they are needed. */
final class RawObjects {

    private final S3Client s3;
    private final String bucket;
    private final FeedLayout layout;
    private final Pattern name;

    RawObjects(S3Client s3, String bucket, FeedLayout layout) {
        this.s3 = s3;
        this.bucket = bucket;
        this.layout = layout;
        this.name = Pattern.compile("(" + layout.batchPrefix() + "|" + layout.rawPrefix()
                + "dt=[0-9-]{10}/hour=[0-9]{2}/).+\\.jsonl(\\.gz)?");
    }

    /** Under other names lies nothing of ours. */
    Stream<S3Object> in(RawSelection selection) {
        return Stream.of(layout.batchPrefix(), layout.rawPrefix())
                .flatMap(prefix -> list(prefix, selection))
                .filter(object -> name.matcher(object.key()).matches());
    }

    private Stream<S3Object> list(String prefix, RawSelection selection) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket)
                        .prefix(prefix)
                        .startAfter(selection.after())
                        .encodingType(EncodingType.URL))
                .contents()
                .stream()
                .takeWhile(object -> object.key().compareTo(selection.before()) < 0);
    }

    /** Overwrites the file. */
    Path download(S3Object object, Path file) {
        try (InputStream in = s3.getObject(request -> request.bucket(bucket).key(object.key()))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
