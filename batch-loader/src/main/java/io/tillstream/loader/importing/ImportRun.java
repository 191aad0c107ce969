package io.tillstream.loader.importing;

import io.tillstream.commandline.StopSignal;
import java.util.function.Consumer;

/**
 * One run of the program.
 *
 * @param say shows a line to who watches
 */
record ImportRun(ImportOptions options, ImportProgress progress, Consumer<String> say, StopSignal stop) {}
