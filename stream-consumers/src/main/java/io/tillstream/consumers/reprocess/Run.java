package io.tillstream.consumers.reprocess;

/** A run that reports its progress. */
interface Run {

    Report run();

    /** How far it is, in one line; asked by another thread. */
    String progress();
}
