package io.tillstream.loader.parts;

/** The receiver of parts: it is given them, is told how far reading is, and says when reading is to end. */
public interface PartWork extends PartTaker {

    /** Throws when the work is to end. By several threads. */
    void goOn();

    /** So many rows were read; told now and then. */
    void progress(long rows);
}
