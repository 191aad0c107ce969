package io.tillstream.localcloud.dynamodb.tables;

/** Provisioned units a second; zero for what is billed by request. */
public record Throughput(long readUnits, long writeUnits) {

    public static final Throughput ON_DEMAND = new Throughput(0, 0);
}
