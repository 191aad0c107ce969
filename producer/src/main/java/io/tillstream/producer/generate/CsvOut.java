package io.tillstream.producer.generate;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.LocalDateTime;

/** CSV as the data set is written: CR LF, dates month first, quotes only where they must be. */
final class CsvOut implements RowsOut {

    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private static final int BUFFER = 1 << 16;
    private static final int MILLS = 1_000;

    private final StringBuilder line = new StringBuilder();
    private final Writer writer;

    CsvOut(OutputStream out, Charset charset) throws IOException {
        this.writer =
                new BufferedWriter(new OutputStreamWriter(new BufferedOutputStream(out, BUFFER), charset), BUFFER);
        writer.write(HEADER + "\r\n");
    }

    @Override
    public void write(TradeRow row) throws IOException {
        line.setLength(0);
        line.append(row.invoiceNo()).append(',');
        text(row.stockCode()).append(',');
        text(row.description()).append(',');
        line.append(row.quantity()).append(',');
        date(row.invoiceDate()).append(',');
        price(row.priceMills()).append(',');
        if (row.customerId() != 0) {
            line.append(row.customerId());
        }
        line.append(',');
        text(row.country()).append("\r\n");
        writer.append(line);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private StringBuilder text(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            return line.append(text);
        }
        return line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }

    private StringBuilder date(LocalDateTime time) {
        line.append(time.getMonthValue()).append('/').append(time.getDayOfMonth());
        line.append('/').append(time.getYear()).append(' ').append(time.getHour());
        return line.append(time.getMinute() < 10 ? ":0" : ":").append(time.getMinute());
    }

    /** Without zeros at the end, as 27.5 and 18. */
    private StringBuilder price(long mills) {
        long amount = Math.abs(mills);
        line.append(mills < 0 ? "-" : "").append(amount / MILLS);
        int decimals = (int) (amount % MILLS);
        if (decimals > 0) {
            line.append('.');
            for (int place = MILLS / 10; decimals > 0; place /= 10) {
                line.append((char) ('0' + decimals / place));
                decimals %= place;
            }
        }
        return line;
    }
}
