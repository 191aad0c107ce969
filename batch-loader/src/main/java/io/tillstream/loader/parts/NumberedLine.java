package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;

/** A line, and the number of its row in the file. */
record NumberedLine(long row, FeedLine line) {}
