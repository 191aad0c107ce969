package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.gzip;
import static io.tillstream.rowfiles.Samples.many;
import static io.tillstream.rowfiles.Samples.manyAsWorkbook;
import static io.tillstream.rowfiles.Samples.utf8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that harm whoever reads them without care: bombs, damaged archives, and what are no rows at all. */
public final class HostileFiles {

    private static final int ROWS = 20;
    private static final int MEGABYTES = 150;

    private final Path folder;
    private final List<HostileFile> files = new ArrayList<>();

    private HostileFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all of them into the folder, each under a name that says what it is; together some megabytes. */
    public static List<HostileFile> writeAll(Path folder) {
        HostileFiles all = new HostileFiles(folder);
        all.addDamaged();
        all.addBombs();
        all.addWorkbooks();
        all.addWrongTypes();
        all.addTexts();
        return List.copyOf(all.files);
    }

    /** Writes those that take no time to be written or read. */
    public static List<HostileFile> writeSmall(Path folder) {
        HostileFiles small = new HostileFiles(folder);
        small.addDamaged();
        small.addTexts();
        return List.copyOf(small.files);
    }

    private void addDamaged() {
        refuse("second-member-damaged.csv.gz", HostileArchives.damagedSecondMember(), "checksum");
        refuse("second-member-cut.csv.gz", HostileArchives.cutSecondMember(), "cut off");
        refuse("trailing-garbage.csv.gz", HostileArchives.joined(gzip(utf8(many(ROWS))), utf8("garbage")), "not gzip");
        read("two-members.csv.gz", HostileArchives.joined(gzip(utf8(many(ROWS))), gzip(utf8("\r\n"))));
        read("padded.csv.gz", HostileArchives.joined(gzip(utf8(many(ROWS))), new byte[1_000]));
        byte[] stored = HostileArchives.storedZip("rows.csv", utf8(many(ROWS)));
        stored[stored.length / 2] ^= 1;
        refuse("flipped-bit.zip", stored, "checksum");
        byte[] book = manyAsWorkbook(ROWS);
        book[book.length / 2] ^= 1;
        refuse("flipped-bit.xlsx", book, "damaged");
        refuse("encrypted.zip", HostileArchives.encryptedZip(), "password");
    }

    private void addBombs() {
        refuse("newlines.csv.gz", HostileArchives.gzipBomb('\n', MEGABYTES), "blank lines");
        refuse("newlines.zip", HostileArchives.zipBomb('\n', MEGABYTES), "times its size");
        refuse("blanks.csv.gz", HostileArchives.gzipBomb(' ', MEGABYTES), "times its size");
        refuse("letters.csv.gz", HostileArchives.gzipBomb('a', MEGABYTES), "times its size");
        refuse("letters.ndjson.zip", HostileArchives.zipBomb('a', MEGABYTES), "times its size");
    }

    private void addWorkbooks() {
        HostileWorkbooks.refused().forEach((name, book) -> refuse(name, book.bytes(), book.says()));
        HostileWorkbooks.read().forEach(this::read);
    }

    private void addWrongTypes() {
        WrongTypes.all().forEach((name, type) -> refuse(name, type.bytes(), type.says()));
        byte[] tar = WrongTypes.tar("rows.csv", utf8(many(ROWS)));
        refuse("rows.tar", tar, "tar archive");
        refuse("rows.tar.gz", gzip(tar), "what is inside is a tar archive");
        Path inside = folder.resolve("folder");
        try {
            Files.createDirectories(inside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.add(HostileFile.refused(inside, "is a folder"));
    }

    private void addTexts() {
        String rows = many(ROWS);
        read("utf-16-without-mark.csv", rows.getBytes(StandardCharsets.UTF_16LE));
        read("pipes.csv", utf8(rows.replace(',', '|')));
        read("sep.csv", utf8("sep=;\r\n" + rows.replace(',', ';')));
        refuse("header-steers-terminal.csv", utf8("\u001B[2J\u001B[31mInvoice,\u202Eoxo\n1,2\n"), "no header of rows");
        refuse("steers\u001B[31mterminal.csv", utf8("nothing\n"), "no header of rows");
        refuse("no-end-of-quote.csv", utf8(rows + "\"1,2,3\n4,5,6"), "line " + (ROWS + 2));
        refuse("one-line.csv", utf8("x".repeat(3 << 20)), "no header of rows");
    }

    private void refuse(String name, byte[] bytes, String says) {
        files.add(HostileFile.refused(Samples.write(folder.resolve(name), bytes), says));
    }

    private void read(String name, byte[] bytes) {
        files.add(HostileFile.read(Samples.write(folder.resolve(name), bytes)));
    }
}
