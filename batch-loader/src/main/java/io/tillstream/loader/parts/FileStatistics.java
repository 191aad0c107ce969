package io.tillstream.loader.parts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file, or files that are loaded as one, hold.
 *
 * @param rejected how many rows are no lines, by the first of their faults
 * @param duplicates lines that say the same as an earlier one; they count
 * @param figures what the feed counts and adds up over its lines, exact, in its order; in JSON each is a property
 * @param digest the same for the same lines, in whatever order and spelling they come
 * @param notes what whoever loads them should know
 */
@JsonPropertyOrder({"rows", "accepted", "rejected", "duplicates", "figures", "digest", "notes"})
public record FileStatistics(
        long rows,
        long accepted,
        Map<String, Long> rejected,
        long duplicates,
        @JsonAnySetter Map<String, BigDecimal> figures,
        String digest,
        List<String> notes) {

    public FileStatistics {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        // The ledger may hold figures from before there were notes.
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    @JsonAnyGetter
    @Override
    public Map<String, BigDecimal> figures() {
        return figures;
    }

    public long rejectedRows() {
        return rows - accepted;
    }
}
