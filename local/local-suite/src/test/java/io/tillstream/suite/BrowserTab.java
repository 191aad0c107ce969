package io.tillstream.suite;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tab of a browser that stays open, and does what its visitor would do, by the protocol of Chromium's own tools. */
final class BrowserTab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process browser;
    private final HttpClient http;
    private final WebSocket socket;
    private final Messages messages;
    private int calls;

    private BrowserTab(Process browser, HttpClient http, WebSocket socket, Messages messages) {
        this.browser = browser;
        this.http = http;
        this.socket = socket;
        this.messages = messages;
    }

    /** The only tab of a browser that was started with this profile, and asked to listen at a port of its choice. */
    static BrowserTab of(Process browser, Path profile) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        Messages messages = new Messages();
        URI address = addressOf(http, profile.resolve("DevToolsActivePort"));
        WebSocket socket =
                http.newWebSocketBuilder().buildAsync(address, messages).join();
        return new BrowserTab(browser, http, socket, messages);
    }

    /** Runs a script in every page before those of the page. */
    void runInEveryPage(String script) throws InterruptedException {
        call("Page.enable", Map.of());
        call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Goes to another page, and waits until it is there. */
    void goTo(URI page) throws InterruptedException {
        call("Page.navigate", Map.of("url", page.toString()));
        await().atMost(PATIENCE)
                .until(() ->
                        evaluate("document.readyState + ' ' + location.href").equals("complete " + page));
    }

    void click(String selector) throws InterruptedException {
        evaluate("document.querySelector(`" + selector + "`).click()");
    }

    /** What an expression comes to in the page, as text. */
    String evaluate(String expression) throws InterruptedException {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result);
        }
        return result.at("/result/value").asString();
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws InterruptedException {
        int id = ++calls;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            String message = messages.complete.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("The browser does not answer to " + method);
            }
            JsonNode answer = JSON.readTree(message);
            if (answer.path("id").asInt(0) == id) {
                return answer.path("result");
            }
        }
    }

    private static URI addressOf(HttpClient http, Path portFile) throws IOException, InterruptedException {
        await().atMost(PATIENCE)
                .until(() ->
                        Files.exists(portFile) && Files.readString(portFile).contains("\n"));
        URI tabs = URI.create("http://127.0.0.1:" + Files.readAllLines(portFile).getFirst() + "/json/list");
        String list = http.send(HttpRequest.newBuilder(tabs).build(), BodyHandlers.ofString())
                .body();
        return JSON.readTree(list)
                .valueStream()
                .filter(tab -> tab.path("type").asString().equals("page"))
                .map(tab -> URI.create(tab.path("webSocketDebuggerUrl").asString()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly();
        try {
            browser.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts messages together that come in parts. */
    private static final class Messages implements WebSocket.Listener {

        private final BlockingQueue<String> complete = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                complete.add(parts.toString());
                parts.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
