package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import java.util.List;

/** Processes parts while others are still being made. */
public interface PartTaker {

    /** Lines as they go into a part, part after part; not those of parts that were there before. By one thread. */
    void takeLines(int part, List<FeedLine> lines);

    /** A part that lies there. By several threads. */
    void take(Part part);
}
