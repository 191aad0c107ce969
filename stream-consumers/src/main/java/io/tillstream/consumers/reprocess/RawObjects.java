package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.ObjectKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;

/** The objects of the raw lake, always in the order of their keys, and listed folder by folder as they are needed. */
final class RawObjects {

    private static final Pattern DAY = Pattern.compile(".*/dt=([0-9-]{10})/");
    private static final Pattern HOUR = Pattern.compile(".*/dt=([0-9-]{10})/hour=([0-9]{2})/");

    private final S3Client s3;
    private final String bucket;

    RawObjects(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** An object of the raw lake. */
    record RawObject(String key, long bytes) {

        InputStream unpacked(InputStream in) throws IOException {
            return key.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        }
    }

    /** @param after the key after which to begin; empty for the beginning */
    Stream<RawObject> in(RawSelection selection, String after) {
        return folders(selection)
                .filter(folder -> folder.compareTo(after) > 0 || after.startsWith(folder))
                .flatMap(folder -> list(folder, after));
    }

    /** Overwrites the file. */
    void download(RawObject object, Path file) {
        try (InputStream in = s3.getObject(request -> request.bucket(bucket).key(object.key()))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<String> folders(RawSelection selection) {
        return switch (selection) {
            case RawSelection.Load load -> Stream.of(ObjectKeys.batchOf(load.id()));
            case RawSelection.Hours hours -> hoursIn(hours.range());
            case RawSelection.Everything all ->
                Stream.concat(Stream.of(ObjectKeys.BATCH_PREFIX), hoursIn(TimeRange.ALWAYS));
        };
    }

    private Stream<String> hoursIn(TimeRange range) {
        return subfolders(ObjectKeys.RAW_PREFIX)
                .filter(folder -> isNamedIn(folder, DAY, day -> range.meetsDay(dayOf(day))))
                .flatMap(this::subfolders)
                .filter(folder -> isNamedIn(folder, HOUR, hour -> range.meetsHour(hourOf(hour))));
    }

    /** Folders of other names hold nothing of ours. */
    private static boolean isNamedIn(String folder, Pattern name, Predicate<MatchResult> isIn) {
        Matcher matcher = name.matcher(folder);
        try {
            return matcher.matches() && isIn.test(matcher);
        } catch (DateTimeException foreign) {
            return false;
        }
    }

    private static LocalDate dayOf(MatchResult folder) {
        return LocalDate.parse(folder.group(1));
    }

    private static Instant hourOf(MatchResult folder) {
        return dayOf(folder).atTime(Integer.parseInt(folder.group(2)), 0).toInstant(ZoneOffset.UTC);
    }

    private Stream<String> subfolders(String folder) {
        return s3
                .listObjectsV2Paginator(request ->
                        request.bucket(bucket).prefix(folder).delimiter("/").encodingType(EncodingType.URL))
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix);
    }

    private Stream<RawObject> list(String folder, String after) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket)
                        .prefix(folder)
                        .startAfter(after.startsWith(folder) ? after : null)
                        .encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(object -> new RawObject(object.key(), object.size()))
                .filter(object ->
                        object.key().endsWith(".jsonl.gz") || object.key().endsWith(".jsonl"));
    }
}
