package io.tillstream.consumers.reprocess;

/** Work that can be watched. */
interface Run {

    Report run();

    /** How far it is, in one line; asked by another thread. */
    String progress();
}
