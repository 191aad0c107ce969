package io.tillstream.loader.parts;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.Digest128;
import io.tillstream.rowfiles.NumberedRow;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that are loaded as one: mostly one alone. They are read in the order of their hashes, so that rows have the
 * same numbers in whatever order the files are given.
 */
public final class FileSet {

    private static final int DIGITS_OF_AN_ID = 32;

    private final List<Member> members;

    private FileSet(List<Member> members) {
        this.members = members;
    }

    /** At least one file, all of one feed. */
    public static FileSet of(List<RowFile> files) throws UnreadableFileException {
        List<Member> members = new ArrayList<>();
        for (RowFile file : files) {
            members.add(new Member(file, file.sha256()));
        }
        members.sort(Comparator.comparing(Member::sha256));
        return new FileSet(List.copyOf(members));
    }

    /**
     * An id of these bytes, read in this way: of one file that is read in the usual way, its hash.
     *
     * @param meaning what is not usual in how they are read
     */
    public String id(List<String> meaning) {
        if (members.size() == 1 && meaning.isEmpty()) {
            return members.getFirst().sha256().substring(0, DIGITS_OF_AN_ID);
        }
        Digest128 digest = new Digest128();
        members.forEach(member -> digest.add(member.sha256()));
        digest.add(members.size());
        meaning.forEach(digest::add);
        return digest.finish().toString();
    }

    /** The feed that their rows are of. */
    public Feed feed() {
        return members.getFirst().file().feed();
    }

    public int size() {
        return members.size();
    }

    /** Notes for whoever loads them, each given once. */
    public List<String> notes() {
        return members.stream()
                .flatMap(member -> member.file().notes().stream())
                .distinct()
                .toList();
    }

    /** About how many rows there are, when that is known of all. */
    public OptionalLong estimatedRows() {
        boolean isKnown = members.stream()
                .allMatch(member -> member.file().estimatedRows().isPresent());
        return isKnown
                ? OptionalLong.of(members.stream()
                        .mapToLong(member -> member.file().estimatedRows().getAsLong())
                        .sum())
                : OptionalLong.empty();
    }

    /** How many rows there are, by reading them. */
    public long count() throws UnreadableFileException {
        AtomicLong rows = new AtomicLong();
        read((place, row) -> rows.incrementAndGet() > 0);
        return rows.get();
    }

    /** Hands over the rows, file after file, until there are no more or the consumer wants no more. */
    public void read(Consumer rows) throws UnreadableFileException {
        Reading reading = new Reading(rows);
        for (Member member : members) {
            if (reading.goesOn) {
                reading.read(member.file());
            }
        }
    }

    /** Where a row stands. */
    public record Place(String file, long number) {}

    /** Takes rows one by one. */
    @FunctionalInterface
    public interface Consumer {

        /**
         * Takes one row; whether more are wanted.
         *
         * @param place its file, and its number counted over all of them, from 1
         */
        boolean accept(Place place, NumberedRow row);
    }

    private record Member(RowFile file, String sha256) {}

    private static final class Reading {

        private final Consumer rows;
        private long number;
        private boolean goesOn = true;

        Reading(Consumer rows) {
            this.rows = rows;
        }

        void read(RowFile file) throws UnreadableFileException {
            String name = file.path().getFileName().toString();
            file.read(row -> {
                goesOn = rows.accept(new Place(name, ++number), row);
                return goesOn;
            });
        }
    }
}
