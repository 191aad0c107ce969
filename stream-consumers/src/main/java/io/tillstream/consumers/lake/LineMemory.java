package io.tillstream.consumers.lake;

import java.util.List;

/**
 * Which lines a shard's part of the lake holds already, as far back as it remembers.
 *
 * <p>It learns of a line only when the line lies in an object, and by {@link #save} outlives the process. So what it
 * remembers is stored for certain, and what was stored but not yet saved is delivered again.
 */
interface LineMemory {

    /** Remembers nothing, so every line that passes is new. */
    LineMemory NONE = new LineMemory() {
        @Override
        public void recall() {}

        @Override
        public List<Identified> newAmong(List<Identified> lines) {
            return lines;
        }

        @Override
        public void pass(List<Identified> lines) {}

        @Override
        public void save() {}
    };

    /** Loads what was saved before, once. When it throws, it is called again before anything else is. */
    void recall();

    /** Those that are neither remembered nor repeated among these lines; all that pass must be saved. */
    List<Identified> newAmong(List<Identified> lines);

    /** Takes note of lines that lie in an object, or whose identity does; in stream order. */
    void pass(List<Identified> lines);

    /** Saves what passed. When it throws, the same call is made again. */
    void save();
}
