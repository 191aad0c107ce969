package io.tillstream.localcloud.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The file in which the store keeps an object, where that is plain to see. */
final class ObjectPath {

    private static final List<String> HARMLESS_PARAMETERS = List.of("x-id=", "X-Amz-");

    private ObjectPath() {}

    /** Empty for all but the put of an object with a usual name into a bucket that is there. */
    static Optional<Path> of(S3Request request, Path root) {
        if (!request.operation().equals("PutObject")
                || !isPlain(request.query())
                || request.path().contains("+")) {
            return Optional.empty();
        }
        String path = URLDecoder.decode(request.path().substring(1), StandardCharsets.UTF_8);
        List<String> segments = List.of(path.split("/", -1));
        if (segments.stream().anyMatch(ObjectPath::isSpecial)) {
            return Optional.empty();
        }
        Path file = root.resolve(path);
        boolean placeable = Files.isDirectory(root.resolve(segments.getFirst()))
                && !Files.isDirectory(file)
                && !liesInAFile(file, root);
        return placeable ? Optional.of(file) : Optional.empty();
    }

    private static boolean isPlain(String query) {
        return query.isEmpty()
                || Arrays.stream(query.split("&", -1))
                        .allMatch(parameter -> HARMLESS_PARAMETERS.stream().anyMatch(parameter::startsWith));
    }

    private static boolean isSpecial(String segment) {
        return segment.isEmpty() || segment.startsWith(".") || segment.indexOf('\0') >= 0;
    }

    private static boolean liesInAFile(Path file, Path root) {
        for (Path folder = file.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            if (Files.isRegularFile(folder)) {
                return true;
            }
        }
        return false;
    }
}
