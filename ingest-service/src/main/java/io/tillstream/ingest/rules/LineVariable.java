package io.tillstream.ingest.rules;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import io.tillstream.model.CustomerId;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an expression can ask about a line. A text the line does not have is empty, which no text it has can be. Dates
 * and times are the shop's.
 */
enum LineVariable {
    INVOICE_NO("invoiceNo", SimpleType.STRING, line -> line.invoiceNo().value()),
    STOCK_CODE("stockCode", SimpleType.STRING, line -> line.stockCode().value()),
    LINE_ID("lineId", SimpleType.STRING, line -> line.lineId().value()),
    DESCRIPTION("description", SimpleType.STRING, line -> line.description().orElse("")),
    QUANTITY("quantity", SimpleType.INT, TransactionLine::quantity),
    UNIT_PRICE("unitPrice", ExactArithmetic.DECIMAL, line -> new Exact(line.unitPrice())),
    LINE_TOTAL("lineTotal", ExactArithmetic.DECIMAL, line -> new Exact(line.lineTotal())),
    INVOICE_DATE(
            "invoiceDate", SimpleType.STRING, line -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(line.invoiceDate())),
    YEAR("year", SimpleType.INT, line -> (long) line.invoiceDate().getYear()),
    MONTH("month", SimpleType.INT, line -> (long) line.invoiceDate().getMonthValue()),
    DAY("day", SimpleType.INT, line -> (long) line.invoiceDate().getDayOfMonth()),
    HOUR("hour", SimpleType.INT, line -> (long) line.invoiceDate().getHour()),
    WEEKDAY(
            "weekday",
            SimpleType.STRING,
            line -> line.invoiceDate().getDayOfWeek().name()),
    CUSTOMER_ID(
            "customerId",
            SimpleType.STRING,
            line -> line.customerId().map(CustomerId::value).orElse("")),
    COUNTRY("country", SimpleType.STRING, TransactionLine::country),
    KIND("kind", SimpleType.STRING, line -> line.kind().name()),
    STORE_ID(
            "storeId",
            SimpleType.STRING,
            line -> line.storeId().map(StoreId::value).orElse(""));

    @Immutable
    private interface Question {
        Object answer(TransactionLine line);
    }

    private static final Map<String, LineVariable> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LineVariable::celName, Function.identity()));

    private final String celName;
    private final CelType type;
    private final Question question;

    LineVariable(String celName, CelType type, Question question) {
        this.celName = celName;
        this.type = type;
        this.question = question;
    }

    String celName() {
        return celName;
    }

    CelType type() {
        return type;
    }

    /** The variables of this line. */
    static CelVariableResolver of(TransactionLine line) {
        return name -> Optional.ofNullable(BY_NAME.get(name)).map(variable -> variable.question.answer(line));
    }
}
