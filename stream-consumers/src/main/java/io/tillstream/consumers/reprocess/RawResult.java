package io.tillstream.consumers.reprocess;

/**
 * What became of an object.
 *
 * @param ending complete when all of its rows have taken effect
 */
record RawResult(String key, RunEnding ending) {

    boolean isWhole() {
        return ending.isComplete();
    }
}
