package io.tillstream.rowfiles;

import io.tillstream.model.row.RawValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Puts the cells of one row in their columns, as values. */
final class SheetCells {

    static final RawValue NOTHING = new RawValue.Text("");

    private static final int LETTERS = 26;
    private static final int LAST_COLUMN = 16_384;
    private static final int LONGEST_NUMBER = 400;
    private static final int QUOTED = 40;

    private final long row;
    private final SharedTexts shared;
    private final int longest;
    private final List<RawValue> cells;
    private long size;

    SheetCells(long row, int width, int longest, SharedTexts shared) {
        this.row = row;
        this.cells = new ArrayList<>(width);
        this.longest = longest;
        this.shared = shared;
    }

    List<RawValue> cells() {
        return cells;
    }

    /** The column of a cell with this address; the next one when it has none. */
    int columnOf(@Nullable String address) throws BadCellException {
        if (address == null) {
            return cells.size();
        }
        int column = 0;
        for (int i = 0; i < address.length() && !Character.isDigit(address.charAt(i)); i++) {
            int letter = address.charAt(i) - 'A' + 1;
            column = column * LETTERS + letter;
            if (letter < 1 || letter > LETTERS || column > LAST_COLUMN) {
                throw new BadCellException(
                        "row " + row, "a cell with the address " + quoted(address) + ", which is not an address");
            }
        }
        return Math.max(column - 1, 0);
    }

    /** @param type what the sheet says of it: a number when nothing */
    void put(int column, String type, String written) throws BadCellException, RefusedFileException {
        size += written.length() + 1L;
        if (size > longest || column >= LAST_COLUMN) {
            throw new RefusedFileException("is a workbook with a row of more than " + longest
                    + " characters or more than " + LAST_COLUMN + " cells, which no spreadsheet program writes");
        }
        while (cells.size() <= column) {
            cells.add(NOTHING);
        }
        cells.set(column, value(column, type, written));
    }

    private RawValue value(int column, String type, String written) throws BadCellException {
        return switch (type) {
            case "n" -> written.isEmpty() ? NOTHING : number(column, written);
            case "s" -> written.isEmpty() ? NOTHING : shared(column, written);
            case "b" -> written.isEmpty() ? NOTHING : RawValue.Other.of(written.equals("1") || written.equals("true"));
            case "str", "inlineStr", "e", "d" -> new RawValue.Text(written);
            default -> throw bad(column, "of an unknown type, " + quoted(type));
        };
    }

    private RawValue number(int column, String written) throws BadCellException {
        try {
            if (written.length() <= LONGEST_NUMBER) {
                BigDecimal value = new BigDecimal(written);
                boolean isSure = FloatingNumber.isSure(value, FloatingNumber.DIGITS_OF_A_DOUBLE);
                return new RawValue.Numeral(isSure ? value.toString() : FloatingNumber.withExponent(value));
            }
        } catch (NumberFormatException e) {
            // As one that is too long.
        }
        throw bad(column, "says it is a number, but holds " + quoted(written));
    }

    private RawValue shared(int column, String written) throws BadCellException {
        try {
            return new RawValue.Text(shared.find(Integer.parseInt(written)).orElseThrow());
        } catch (NumberFormatException | NoSuchElementException e) {
            throw bad(column, "names a text that the workbook does not hold, " + quoted(written));
        }
    }

    private BadCellException bad(int column, String reason) {
        return new BadCellException("cell " + address(column), reason);
    }

    private String address(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.append((char) ('A' + (left - 1) % LETTERS));
        }
        return letters.reverse().toString() + row;
    }

    private static String quoted(String text) {
        return "'" + (text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text) + "'";
    }
}
