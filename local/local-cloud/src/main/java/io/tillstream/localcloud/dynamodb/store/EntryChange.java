package io.tillstream.localcloud.dynamodb.store;

/** One change of one space, as it stands in the log. */
@SuppressWarnings("ArrayRecordComponent")
sealed interface EntryChange {

    int space();

    record Put(int space, byte[] key, byte[] value) implements EntryChange {}

    record Delete(int space, byte[] key) implements EntryChange {}

    record Drop(int space) implements EntryChange {}
}
