package io.tillstream.model.row;

import io.tillstream.model.EventType;
import io.tillstream.model.row.FieldShape.JsonType;
import java.util.Arrays;
import java.util.List;

/** The fields of a row of shop events: the published names, in snake_case or camelCase. */
public final class EventFields {

    static final String TIME_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt]| +)[0-9]{2}:[0-9]{2}.*$";

    private static final String AN_ID = "send 1 to 64 characters, such as \"";

    static final Field EVENT_TIME = Field.required(
                    0,
                    "event_time",
                    "send a time such as \"2019-10-01 00:00:00 UTC\" or \"2019-10-01T02:00:00+02:00\"",
                    "eventTime")
            .shaped(FieldShape.of(JsonType.STRING)
                    .matching(TIME_PATTERN)
                    .saying("Year-month-day hour:minute[:second[.fraction]], then UTC, Z or an offset such as +01:00;"
                            + " UTC when there is nothing. Kept to the millisecond."));
    static final Field EVENT_TYPE = Field.required(1, "event_type", "send one of " + EventType.all(), "eventType")
            .shaped(FieldShape.of(JsonType.STRING)
                    .oneOf(Arrays.stream(EventType.values())
                            .map(EventType::text)
                            .toList()));
    static final Field PRODUCT_ID =
            Field.required(2, "product_id", AN_ID + "5773203\"", "productId").shaped(FieldShape.text(64));
    static final Field CATEGORY_ID = Field.required(3, "category_id", AN_ID + "1487580005134238553\"", "categoryId")
            .shaped(FieldShape.text(64));
    static final Field CATEGORY_CODE = Field.optional(
                    4,
                    "category_code",
                    "send up to 256 characters, such as \"appliances.environment.vacuum\", or leave it out",
                    "categoryCode")
            .shaped(FieldShape.text(256).saying("Words from the widest to the narrowest, with dots between."));
    static final Field BRAND = Field.optional(5, "brand", "send up to 128 characters, or leave it out")
            .shaped(FieldShape.text(128));
    static final Field PRICE = Field.required(
                    6, "price", "send a number with up to 14 digits before the point and 4 after it, such as 2.62")
            .shaped(FieldShape.of(JsonType.NUMBER, JsonType.STRING)
                    .matching("^[+-]?[0-9]*\\.?[0-9]+([Ee][+-]?[0-9]+)?$")
                    .saying("Of one piece: exact, below 10^14, with at most 4 decimals."));
    static final Field USER_ID =
            Field.required(7, "user_id", AN_ID + "463240011\"", "userId").shaped(FieldShape.text(64));
    static final Field USER_SESSION = Field.optional(
                    8,
                    "user_session",
                    "send up to 64 letters, digits, _ or -, or leave it out",
                    "userSession",
                    "session_id",
                    "sessionId")
            .shaped(FieldShape.text(64)
                    .matching("^[A-Za-z0-9_-]*$")
                    .saying("Letters, digits, _ and -. Absent when the visit is not known."));
    static final Field EVENT_ID = Field.optional(9, "event_id", "send up to 64 characters, or leave it out", "eventId")
            .shaped(FieldShape.text(64)
                    .saying("The sender's own identity of the event; sent again, it changes nothing."));
    static final Field STORE_ID = Field.optional(10, "store_id", "send up to 64 characters, or leave it out", "storeId")
            .shaped(FieldShape.text(64));

    /** All of them. */
    public static final RowFields ALL = new RowFields(
            List.of(
                    EVENT_TIME,
                    EVENT_TYPE,
                    PRODUCT_ID,
                    CATEGORY_ID,
                    CATEGORY_CODE,
                    BRAND,
                    PRICE,
                    USER_ID,
                    USER_SESSION,
                    EVENT_ID,
                    STORE_ID),
            "An event of a web shop. Names count in any case, in snake_case and in camelCase. "
                    + RowFields.UNKNOWN_IS_A_FAULT
                    + " Ids are texts: a number of JSON must be written with all its digits. A text"
                    + " that only says that there is no value (NA, NULL, nan, \\N, - and the like) counts as none.",
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session");

    private EventFields() {}
}
