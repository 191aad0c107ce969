package io.tillstream.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.EventType;
import io.tillstream.model.SampleEvents;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonContent;
import org.springframework.test.json.JsonContentAssert;

/** What callers get of sessions; a key of a store sees that store's alone. */
class SessionsApiIT {

    /** The SHA-256 of {@code tsk_desk_secret}, and of {@code tsk_till_secret}. */
    private static final String DESK = "c8d0de450aa26922a3d6b467d83a33b44f1aa0649c267736cf934c9e80ab616b";

    private static final String TILL = "d73f0d5e2b1426fae98de8cc30f0a4c6bec17d494694df10ff2517416c135af6";
    private static final Instant START = Instant.parse("2019-10-01T00:00:00Z");

    private static QueryServer server;

    @BeforeAll
    static void start() {
        server = QueryServer.start(
                "--tillstream.access.keys[0].id=desk",
                "--tillstream.access.keys[0].hash=" + DESK,
                "--tillstream.access.keys[0].scopes=query:read",
                "--tillstream.access.keys[1].id=till",
                "--tillstream.access.keys[1].hash=" + TILL,
                "--tillstream.access.keys[1].scopes=query:read",
                "--tillstream.access.keys[1].store-id=acme");
        ShopEvent view = event("visit", "1", EventType.VIEW, 0);
        server.sessions()
                .add(List.of(
                        view.with(view.content(), new Attributes(Map.of("channel", new AttributeValue.Text("app")))),
                        event("visit", "2", EventType.CART, 60),
                        event("bought", "1", EventType.CART, 3_600),
                        event("bought", "2", EventType.PURCHASE, 3_660),
                        event("shared", "1", EventType.VIEW, 7_200).inStore(new StoreId("acme")),
                        event("shared", "1", EventType.VIEW, 7_200).inStore(new StoreId("other"))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersASessionWithItsEventsInOrder() throws Exception {
        json("/sessions/visit").isStrictlyEqualTo("""
                {"summary":{"session":"visit","userId":"463240011","first":"2019-10-01T00:00:00Z",
                  "last":"2019-10-01T00:01:00Z","events":2,"views":1,"carts":1,"removals":0,"purchases":0,
                  "value":0.00,"converted":false,"abandoned":true},
                 "events":[
                  {"eventId":"1","time":"2019-10-01T00:00:00Z","type":"view","productId":"5773203",
                   "categoryId":"1487580005134238553","categoryCode":"cosmetics.lips.lipstick","brand":"runail",
                   "price":2.62,"userId":"463240011","attributes":{"channel":"app"}},
                  {"eventId":"2","time":"2019-10-01T00:01:00Z","type":"cart","productId":"5773203",
                   "categoryId":"1487580005134238553","categoryCode":"cosmetics.lips.lipstick","brand":"runail",
                   "price":2.62,"userId":"463240011"}]}\
                """);
    }

    @Test
    void turnsThePagesOfASession() throws Exception {
        String first = body("/sessions/visit?limit=1");
        assertThat(first).contains("\"events\":2,", "\"eventId\":\"1\"").doesNotContain("\"eventId\":\"2\"");
        assertThat(body("/sessions/visit?limit=1&cursor=" + next(first)))
                .contains("\"events\":2,", "\"eventId\":\"2\"")
                .doesNotContain("\"eventId\":\"1\"", "next");
    }

    @Test
    void asksWhichShopsSessionIsMeant() throws Exception {
        HttpResponse<String> several = get("/sessions/shared", "tsk_desk_secret");
        assertThat(several.statusCode()).isEqualTo(409);
        assertThat(several.body()).contains("\"stores\":[\"acme\",\"other\"]", "a session shared");
        assertThat(body("/sessions/shared?store=other")).contains("\"storeId\":\"other\"");
        assertThat(get("/sessions/shared?store=", "tsk_desk_secret").statusCode())
                .isEqualTo(404);
        assertThat(get("/sessions/shared?store=%20", "tsk_desk_secret").statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsTheSessionsOfAUserNewestFirst() throws Exception {
        json("/users/463240011/sessions").isLenientlyEqualTo("""
                {"sessions":[{"session":"shared"},{"session":"shared"},
                 {"session":"bought","purchases":1,"value":2.62,"converted":true,"abandoned":false},
                 {"session":"visit","converted":false,"abandoned":true}]}\
                """);
        String first = body("/users/463240011/sessions?to=2019-10-01T02:00&limit=1");
        assertThat(first).contains("\"bought\"").doesNotContain("\"visit\"", "\"shared\"");
        assertThat(body("/users/sessions?id=463240011&to=2019-10-01T02:00&limit=1&cursor=" + next(first)))
                .contains("\"visit\"")
                .doesNotContain("\"bought\"", "next");
        assertThat(body("/users/463240011/sessions?from=2019-10-02&to=9999-12-31"))
                .isEqualTo("{\"sessions\":[]}");
    }

    @Test
    void showsAKeyOfAStoreThatStoreAlone() throws Exception {
        assertThat(get("/sessions/shared", "tsk_till_secret").body())
                .contains("\"storeId\":\"acme\"")
                .doesNotContain("other");
        for (String path : List.of("/sessions/visit", "/sessions/shared?store=other", "/users/nobody/sessions")) {
            assertThat(get(path, "tsk_till_secret").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("/users/463240011/sessions", "tsk_till_secret").body())
                .contains("\"storeId\":\"acme\"")
                .doesNotContain("other", "visit");
        assertThat(server.get("/sessions/visit")).isEqualTo(401);
        assertThat(server.get("/users/463240011/sessions")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sessions/none",
                "/sessions/no%20name",
                "/users/nobody/sessions",
                "/users/sessions?id=%20x",
            })
    void saysWhatIsNotThere(String path) throws Exception {
        HttpResponse<String> answer = get(path, "tsk_desk_secret");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:tillstream:problem:not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sessions/visit?limit=0",
                "/sessions/visit?limit=1001",
                "/sessions/visit?cursor=!",
                "/sessions/visit?cursor=c3x4",
                "/users/463240011/sessions?cursor=eA",
                "/users/463240011/sessions?limit=x",
                "/users/463240011/sessions?from=yesterday",
                "/users/sessions"
            })
    void saysWhichParameterIsWrong(String path) throws Exception {
        HttpResponse<String> answer = get(path, "tsk_desk_secret");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:tillstream:problem:bad-parameter", "must be");
    }

    @Test
    void describesBothInTheOpenApiDocument() throws Exception {
        assertThat(body("/v3/api-docs"))
                .contains("\"/sessions/{id}\"", "\"/users/{id}/sessions\"", "\"/users/sessions\"", "\"SessionEvent\"");
    }

    private static ShopEvent event(String session, String id, EventType type, long second) {
        return SampleEvents.event(session, id, type, START.plusSeconds(second), "2.62");
    }

    private static String next(String body) {
        return body.replaceAll(".*\"next\":\"([A-Za-z0-9_-]+)\".*", "$1");
    }

    private static String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, "tsk_desk_secret");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonContentAssert json(String path) throws IOException, InterruptedException {
        return new JsonContentAssert(new JsonContent(body(path)));
    }

    private static HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return server.answer(path, "X-Api-Key", key);
    }
}
