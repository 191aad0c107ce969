package io.tillstream.consumers.sink;

/** How much of what it holds a sink is to store. */
public enum Flush {
    /** What is due by the sink's own rules of size and age. */
    DUE,
    /** Everything: the shard has ended, or this process is giving it up. */
    ALL
}
