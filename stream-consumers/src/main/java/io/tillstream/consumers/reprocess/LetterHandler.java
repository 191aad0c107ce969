package io.tillstream.consumers.reprocess;

import java.util.List;

/** What is done with letters in which there is a line. */
interface LetterHandler {

    /** On return the effect of each is durable and the letter settled, or it is kept and counted. */
    void give(String sink, List<DecodedLetter> letters) throws NotDoneException;
}
