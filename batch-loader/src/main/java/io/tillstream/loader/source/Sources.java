package io.tillstream.loader.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Finds the files that a name stands for: a path of this machine, a folder for all files in it, {@code
 * s3://bucket/key}, {@code s3://bucket/prefix/} for all objects below, and {@code landing/…} for the same in the lake's
 * bucket.
 */
public final class Sources {

    /** Where bulk files are dropped. */
    public static final String LANDING = "landing/";

    private static final String S3 = "s3://";
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String lake;

    public Sources(S3Client s3, String lake) {
        this.s3 = s3;
        this.lake = lake;
    }

    /**
     * The files under this name, at least one.
     *
     * @throws NoSuchSourceException when there is none
     */
    public List<Source> find(String given) throws NoSuchSourceException {
        if (given.startsWith(S3)) {
            return remote(given.substring(S3.length()));
        }
        Path path = Path.of(given);
        if (Files.isRegularFile(path)) {
            return List.of(new Source.Local(path));
        }
        if (given.startsWith(LANDING)) {
            return inBucket(lake, given);
        }
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        throw new NoSuchSourceException("there is no such file");
    }

    /** All that was dropped in the lake's bucket. */
    public List<Source> landed() {
        return below(lake, LANDING);
    }

    /** Those that are hidden, and the marks of tools, such as {@code _SUCCESS}, hold no rows. */
    private static List<Source> inFolder(Path folder) throws NoSuchSourceException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Source> found = files.filter(file -> Files.isRegularFile(file) && !isMark(file))
                    .sorted()
                    .<Source>map(Source.Local::new)
                    .toList();
            if (found.isEmpty()) {
                throw new NoSuchSourceException("there is no file in this folder");
            }
            return found;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new NoSuchSourceException("a folder that cannot be listed");
        }
    }

    private static boolean isMark(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.startsWith("_");
    }

    private List<Source> remote(String address) throws NoSuchSourceException {
        int slash = address.indexOf('/');
        if (slash < 1) {
            throw new NoSuchSourceException("names no object; give s3://bucket/key or s3://bucket/prefix/");
        }
        return inBucket(address.substring(0, slash), address.substring(slash + 1));
    }

    private List<Source> inBucket(String bucket, String key) throws NoSuchSourceException {
        List<Source> found = key.isEmpty() || key.endsWith("/") ? below(bucket, key) : List.of(object(bucket, key));
        if (found.isEmpty() && !key.equals(LANDING)) {
            throw new NoSuchSourceException("there is nothing below it");
        }
        return found;
    }

    private Source object(String bucket, String key) throws NoSuchSourceException {
        try {
            HeadObjectResponse found =
                    s3.headObject(request -> request.bucket(bucket).key(key));
            return new Source.Remote(bucket, key, found.eTag(), found.contentLength());
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                throw new NoSuchSourceException("there is no such object");
            }
            throw failure;
        }
    }

    /**
     * Objects without content mark folders. Whoever drops a file chooses its name: what XML cannot hold comes encoded.
     */
    private List<Source> below(String bucket, String prefix) {
        Stream<S3Object> objects = s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).encodingType(EncodingType.URL))
                .contents()
                .stream();
        return objects.filter(object -> object.size() > 0 && !object.key().endsWith("/"))
                .<Source>map(object -> new Source.Remote(bucket, object.key(), object.eTag(), object.size()))
                .toList();
    }
}
