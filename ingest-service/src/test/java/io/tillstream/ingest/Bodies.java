package io.tillstream.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Bodies of requests. */
public final class Bodies {

    public static final String ROW = """
            {"InvoiceNo":"536365","StockCode":"85123A","Description":"WHITE HANGING HEART T-LIGHT HOLDER","Quantity":6,\
            "InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,"CustomerID":17850,"Country":"United Kingdom"}""";
    public static final String BAD_ROW = ROW.replace(":6,", ":\"six\",");
    public static final String CSV_HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    public static final String CSV_ROW =
            "536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom";

    private Bodies() {}

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] gzip(String text) {
        return gzip(text.getBytes(UTF_8));
    }

    /** Gzip of so many MiB of zeros, made without compressing them one by one. */
    public static byte[] bomb(int mebibytes) {
        byte[] zeros = new byte[1 << 20];
        byte[] packed = new byte[1 << 20];
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0});
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(zeros);
        // A full flush ends on a byte and forgets what came before, so the same block can follow itself.
        int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        for (int i = 0; i < mebibytes; i++) {
            bomb.write(packed, 0, length);
        }
        deflater.reset();
        deflater.finish();
        bomb.write(packed, 0, deflater.deflate(packed));
        deflater.end();
        CRC32 checksum = new CRC32();
        for (int i = 0; i < mebibytes; i++) {
            checksum.update(zeros);
        }
        writeNumber(checksum.getValue(), bomb);
        writeNumber((long) mebibytes << 20, bomb);
        return bomb.toByteArray();
    }

    private static void writeNumber(long number, ByteArrayOutputStream out) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (number >>> shift) & 0xFF);
        }
    }
}
