package io.tillstream.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;

/** A source as a file of this machine: itself, or a copy that is deleted when it is closed. */
public final class LocalCopy implements AutoCloseable {

    /** In characters; a name may have 255 bytes, and a character four bytes. */
    private static final int LONGEST_NAME = 60;

    private final Path file;
    private final boolean isTemporary;

    private LocalCopy(Path file, boolean isTemporary) {
        this.file = file;
        this.isTemporary = isTemporary;
    }

    /** Downloads what lies on S3, under its own name, which may tell what it holds. */
    public static LocalCopy of(Source source, S3Client s3, Path scratch) throws IOException {
        return switch (source) {
            case Source.Local local -> new LocalCopy(local.path(), false);
            case Source.Remote remote -> download(remote, s3, scratch);
        };
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (isTemporary) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.toAbsolutePath().getParent());
        }
    }

    private static LocalCopy download(Source.Remote remote, S3Client s3, Path scratch) throws IOException {
        Files.createDirectories(scratch);
        long room = Files.getFileStore(scratch).getUsableSpace();
        if (remote.size() > room) {
            throw new NoRoomException("has " + remote.size() + " bytes, and the scratch folder " + scratch
                    + " has room for " + room + "; make room, or set another one");
        }
        Path folder = Files.createTempDirectory(scratch, "tillstream-download-");
        LocalCopy copy = new LocalCopy(inFolder(folder, remote), true);
        try (InputStream bytes = s3.getObject(
                request -> request.bucket(remote.bucket()).key(remote.key()).ifMatch(remote.etag()))) {
            Files.copy(bytes, copy.file);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /** Named after the end of its key, as far as that can be a file name; a key may hold almost anything. */
    private static Path inFolder(Path folder, Source.Remote remote) {
        String name = remote.key().substring(remote.key().lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "_");
        String end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        String usual = end.isEmpty() || end.equals(".") || end.equals("..") ? "object" : end;
        try {
            return folder.resolve(usual);
        } catch (InvalidPathException otherAlphabet) {
            return folder.resolve(usual.replaceAll("[^ -~]", "_"));
        }
    }
}
