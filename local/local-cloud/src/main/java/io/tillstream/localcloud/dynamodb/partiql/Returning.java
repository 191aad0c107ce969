package io.tillstream.localcloud.dynamodb.partiql;

/** A RETURNING clause: the whole item or what was modified of it, as it is after the write or was before it. */
public record Returning(boolean modifiedOnly, boolean after) {

    @Override
    public String toString() {
        return "RETURNING " + (modifiedOnly ? "MODIFIED " : "ALL ") + (after ? "NEW *" : "OLD *");
    }
}
