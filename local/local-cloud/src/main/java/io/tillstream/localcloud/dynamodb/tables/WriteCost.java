package io.tillstream.localcloud.dynamodb.tables;

import java.util.LinkedHashMap;
import java.util.Map;

/** The write units that changes of one table have taken, of the table and of each index that they changed. */
public final class WriteCost {

    private static final int UNIT_BYTES = 1024;

    private double table;
    private final Map<IndexDefinition, Double> indexes = new LinkedHashMap<>();

    static int units(int bytes) {
        return Math.max(1, Math.ceilDiv(bytes, UNIT_BYTES));
    }

    /** What it costs to look at an item in order to write others. */
    public void addCheck(int bytes, int factor) {
        addTable(bytes, factor);
    }

    /** What reading items of the table took. */
    public void addRead(double units) {
        table += units;
    }

    /** What other changes of the table have taken. */
    public void add(WriteCost other) {
        table += other.table;
        other.indexes.forEach((index, units) -> indexes.merge(index, units, Double::sum));
    }

    void addTable(int bytes, int factor) {
        table += (double) units(bytes) * factor;
    }

    void addIndex(IndexDefinition index, int bytes, int factor) {
        indexes.merge(index, (double) units(bytes) * factor, Double::sum);
    }

    public double ofTable() {
        return table;
    }

    public Map<IndexDefinition, Double> ofIndexes() {
        return indexes;
    }

    public double total() {
        return table
                + indexes.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
