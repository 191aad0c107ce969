package io.tillstream.loader.importing;

import java.util.function.Consumer;

/**
 * One run of the program.
 *
 * @param say shows a line to who watches
 */
record Session(ImportOptions options, Progress progress, Consumer<String> say, StopSignal stop) {}
