package io.tillstream.producer.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook as spreadsheet programs write such rows: numbers, and dates as days that look like dates. */
final class XlsxOut implements RowsOut {

    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

    private static final int ROWS_HELD = 1_000;
    private static final int DATE_COLUMN = 4;
    private static final List<String> HEADER = List.of(CsvOut.HEADER.split(",", -1));

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row = 1;

    XlsxOut(OutputStream out) {
        this.workbook = new Workbook(out, "Tillstream", null);
        this.sheet = workbook.newWorksheet("Online Retail");
        for (int i = 0; i < HEADER.size(); i++) {
            sheet.value(0, i, HEADER.get(i));
        }
    }

    @Override
    public void write(TradeRow trade) throws IOException {
        identifier(0, trade.invoiceNo());
        identifier(1, trade.stockCode());
        if (!trade.description().isEmpty()) {
            sheet.value(row, 2, trade.description());
        }
        sheet.value(row, 3, trade.quantity());
        sheet.value(row, DATE_COLUMN, trade.invoiceDate());
        sheet.style(row, DATE_COLUMN).format("m/d/yyyy h:mm").set();
        sheet.value(row, 5, trade.unitPrice().doubleValue());
        if (trade.customerId() != 0) {
            sheet.value(row, 6, trade.customerId());
        }
        sheet.value(row, 7, trade.country());
        if (++row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** Spreadsheet programs read digits as a number. */
    private void identifier(int column, String text) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            sheet.value(row, column, Integer.parseInt(text));
        } else {
            sheet.value(row, column, text);
        }
    }
}
