package io.tillstream.attack;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be answered to a hostile request: anything but a fault of the service, silence, or an unreadable refusal. */
final class Judge {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String attack;
    private final Report report;

    Judge(String attack, Report report) {
        this.attack = attack;
        this.report = report;
    }

    /** @param what the request, so that it can be made again */
    void judge(String what, RawAnswer answer) {
        report.count(attack, answer.status() == 0 ? (answer.isClosed() ? "closed" : "silent") : "" + answer.status());
        if (answer.status() == 0) {
            complain("no answer", what, answer);
        } else if (answer.status() >= 500 && !ofTheProtocol(answer.status())) {
            complain("a fault of the service", what, answer);
        } else if (answer.status() >= 400) {
            judgeRefusal(what, answer);
        }
        if (answer.isDoubled()) {
            complain("two answers to one request", what, answer);
        }
    }

    /** What HTTP has for methods, codings and versions that a server does not know is no fault of the service. */
    private static boolean ofTheProtocol(int status) {
        return status == 501 || status == 505;
    }

    private void judgeRefusal(String what, RawAnswer answer) {
        if (!answer.isProblem()) {
            complain("a refusal that is no problem detail", what, answer);
            return;
        }
        if (what.startsWith("HEAD ")) {
            return;
        }
        try {
            JsonNode problem = JSON.readTree(answer.text());
            String type = problem.path("type").asString("");
            if (type.isEmpty()
                    || type.equals("about:blank")
                    || problem.path("status").asInt() != answer.status()) {
                complain("a problem detail without a type or with another status", what, answer);
            }
        } catch (JacksonException broken) {
            complain("a problem detail that is no JSON", what, answer);
        }
    }

    private void complain(String fault, String what, RawAnswer answer) {
        String body = answer.body();
        report.complain(
                attack,
                fault + ": " + shown(what) + " -> " + answer.status() + " "
                        + shown(body.substring(0, Math.min(body.length(), 200))));
    }

    /** Fit for a terminal. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(300)
                .forEach(c ->
                        shown.append(c >= ' ' && c <= '~' ? Character.toString(c) : "\\x" + Integer.toHexString(c)));
        return shown.toString();
    }
}
