package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.ObjectKeys;
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

/** The objects of the raw lake, always in the order of their keys, and listed as they are needed. */
final class RawObjects {

    /** Under other names lies nothing of ours. */
    private static final Pattern NAME = Pattern.compile("(" + ObjectKeys.BATCH_PREFIX + "|" + ObjectKeys.RAW_PREFIX
            + "dt=[0-9-]{10}/hour=[0-9]{2}/).+\\.jsonl(\\.gz)?");

    private final S3Client s3;
    private final String bucket;

    RawObjects(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    Stream<S3Object> in(RawSelection selection) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket)
                        .prefix(ObjectKeys.LINES_PREFIX)
                        .startAfter(selection.after())
                        .encodingType(EncodingType.URL))
                .contents()
                .stream()
                .takeWhile(object -> object.key().compareTo(selection.before()) < 0)
                .filter(object -> NAME.matcher(object.key()).matches());
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
