package io.tillstream.localcloud.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The file in which the store keeps an object, where that is certain. */
final class ObjectPath {

    private static final List<String> HARMLESS_PARAMETERS = List.of("x-id=", "X-Amz-");

    private ObjectPath() {}

    /** Empty for all but the put of an object with a usual name into a bucket that is there. */
    static Optional<Path> of(S3Request request, Path root) {
        if (!request.operation().equals("PutObject") || !isPlain(request.query())) {
            return Optional.empty();
        }
        return nameOf(request).filter(name -> isPlaceable(name, root)).map(root::resolve);
    }

    /** Bucket and key, or a bucket alone, decoded; empty where the store has its own idea of what file they make. */
    static Optional<String> nameOf(S3Request request) {
        if (request.path().contains("+")) {
            return Optional.empty();
        }
        String name = URLDecoder.decode(request.path().substring(1), StandardCharsets.UTF_8)
                .replaceFirst("^([^/]+)/$", "$1");
        return List.of(name.split("/", -1)).stream().anyMatch(ObjectPath::isSpecial)
                ? Optional.empty()
                : Optional.of(name);
    }

    private static boolean isPlaceable(String name, Path root) {
        Path file = root.resolve(name);
        return Files.isDirectory(root.resolve(name.substring(0, name.indexOf('/'))))
                && !Files.isDirectory(file)
                && !liesInAFile(file, root);
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
