package io.tillstream.consumers.reprocess;

import java.util.List;

/** Handles dead letters that hold a line. */
interface LetterHandler {

    /** On return the effect of each is durable and the letter settled, or it is kept and counted. */
    void give(String sink, List<DecodedLetter> letters) throws NotDoneException;
}
