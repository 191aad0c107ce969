package io.tillstream.campaign;

import software.amazon.awssdk.services.kinesis.KinesisClient;

/** What a campaign has of a feed: where its rows come from, the books of them, and the shards of its stream. */
record Flow(Traffic traffic, Rows rows, Ledger ledger, Shards shards) {

    static Flow of(Traffic traffic, KinesisClient kinesis, long seed) {
        return new Flow(traffic, traffic.rows(seed), new Ledger(), new Shards(kinesis, traffic.feed()));
    }
}
