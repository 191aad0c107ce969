package io.tillstream.loader.parts;

/** What the maker of parts reports to: is given them, told how far reading is, and says when it is to end. */
public interface PartWork extends PartTaker {

    /** Throws when the work is to end. By several threads. */
    void goOn();

    /** So many rows were read; told now and then. */
    void progress(long rows);
}
