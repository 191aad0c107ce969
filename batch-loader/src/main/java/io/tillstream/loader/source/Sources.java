package io.tillstream.loader.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Finds the files that are meant: a path of this machine, {@code s3://bucket/key}, {@code s3://bucket/prefix/} for all
 * objects below, and {@code landing/…} for the same in the lake's bucket.
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
        throw new NoSuchSourceException(
                Files.isDirectory(path) ? "a folder; name the files in it" : "there is no such file");
    }

    /** All that was dropped in the lake's bucket. */
    public List<Source> landed() {
        return below(lake, LANDING);
    }

    private List<Source> remote(String address) throws NoSuchSourceException {
        int slash = address.indexOf('/');
        if (slash < 1) {
            throw new NoSuchSourceException("names no object; say s3://bucket/key or s3://bucket/prefix/");
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

    /** Objects without content mark folders. */
    private List<Source> below(String bucket, String prefix) {
        Stream<S3Object> objects =
                s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream();
        return objects.filter(object -> object.size() > 0 && !object.key().endsWith("/"))
                .<Source>map(object -> new Source.Remote(bucket, object.key(), object.eTag(), object.size()))
                .toList();
    }
}
