package io.tillstream.attack;

import io.tillstream.bootstrap.CloudClients;
import io.tillstream.model.layout.Names;
import io.tillstream.rowfiles.HostileFile;
import io.tillstream.rowfiles.HostileFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that harm whoever reads them without care, given to {@code load}: each is read or refused with its reason, and
 * the good ones between and behind them are loaded, each row once.
 */
final class HostileLoads {

    private static final String ATTACK = "files";
    private static final int GOOD_ROWS = 200;
    private static final int HOSTILE_BEFORE_A_GOOD_ONE = 5;
    private static final List<String> READ = List.of("LOADED", "NOTHING_TO_DO", "TOO_MANY_REJECTED");

    private final Target target;
    private final Report report;
    private final Path folder;
    private final LoadProcess process;
    private final Map<String, HostileFile> landed = new LinkedHashMap<>();

    HostileLoads(Target target, Report report, Path folder) {
        this.target = target;
        this.report = report;
        this.folder = folder;
        this.process = new LoadProcess(target, folder);
    }

    /** @param inFull whether it is all of them, each given to a process of its own as well */
    void run(boolean inFull) throws IOException, InterruptedException {
        Path hostile = Files.createDirectories(folder.resolve("hostile"));
        List<HostileFile> written = inFull ? HostileFiles.writeAll(hostile) : HostileFiles.writeSmall(hostile);
        List<HostileFile> files = written.stream()
                .filter(file -> Files.isRegularFile(file.path()))
                .toList();
        for (HostileFile file : inFull ? files : List.<HostileFile>of()) {
            loadAlone(file);
        }
        List<String> good = land(files);
        loadLanded(good);
        balance(good.size());
    }

    private void loadAlone(HostileFile file) throws IOException, InterruptedException {
        LoadProcess.Ended ended = process.load(file.path().toString());
        report.count(ATTACK, "alone " + ended.exitCode());
        boolean isTold = file.isRead()
                ? ended.exitCode() == 0 || ended.exitCode() == 2
                : ended.exitCode() == 1 && ended.said().contains(file.says());
        if (!isTold || isUnfit(ended.said())) {
            report.complain(ATTACK, file + " -> " + ended.exitCode() + " " + Judge.shown(ended.said()));
        }
    }

    /** What may stand on a terminal is no escape, and nothing that only a programmer reads. */
    private static boolean isUnfit(String said) {
        return said.contains("OutOfMemoryError")
                || said.contains("\tat ")
                || said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private List<String> land(List<HostileFile> files) throws IOException {
        List<String> good = new ArrayList<>();
        try (CloudClients clients = CloudClients.of(target.cloud())) {
            for (HostileFile file : files) {
                byte[] bytes = Files.readAllBytes(file.path());
                // An empty object would mark a folder.
                if (bytes.length > 0) {
                    String name = "%02d-%s".formatted(landed.size(), file.path().getFileName());
                    landed.put(name, file);
                    drop(clients, name, bytes);
                    dropGoodOneSometimes(clients, good, file.equals(files.getLast()));
                }
            }
        }
        return good;
    }

    private void dropGoodOneSometimes(CloudClients clients, List<String> good, boolean isLast) {
        if (landed.size() % HOSTILE_BEFORE_A_GOOD_ONE == 0 || isLast) {
            good.add("%02d-then-good.csv".formatted(landed.size() - 1));
            drop(clients, good.getLast(), goodRows(good.size()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void drop(CloudClients clients, String name, byte[] bytes) {
        clients.s3()
                .putObject(put -> put.bucket(Names.LAKE_BUCKET).key("landing/" + name), RequestBody.fromBytes(bytes));
    }

    private static String goodRows(int file) {
        StringBuilder rows = new StringBuilder("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,Country\n");
        for (int i = 0; i < GOOD_ROWS; i++) {
            rows.append("9%02d%04d,GOODFILE,%d,2010-12-01 08:26:00,1.25,France\n".formatted(file, i, file));
        }
        return rows.toString();
    }

    private void loadLanded(List<String> good) throws IOException, InterruptedException {
        Path told = folder.resolve("report.json");
        LoadProcess.Ended ended = process.load("--report", told.toString());
        report.count(ATTACK, "landing " + ended.exitCode());
        if (ended.exitCode() != 1 || isUnfit(ended.said())) {
            report.complain(ATTACK, "landing/ -> " + ended.exitCode() + " " + Judge.shown(ended.said()));
            return;
        }
        Map<String, JsonNode> reports = new LinkedHashMap<>();
        for (JsonNode each : JsonMapper.shared().readTree(told).path("files")) {
            String name = each.path("file").asString();
            reports.put(name.substring(name.lastIndexOf("landing/") + "landing/".length()), each);
        }
        landed.forEach((name, file) -> judge(name, file, reports));
        good.forEach(name -> expect(name, reports, List.of("LOADED"), ""));
    }

    private void judge(String name, HostileFile file, Map<String, JsonNode> reports) {
        expect(name, reports, file.isRead() ? READ : List.of("UNREADABLE"), file.says());
    }

    private void expect(String name, Map<String, JsonNode> reports, List<String> outcomes, String says) {
        JsonNode told = reports.get(name);
        String outcome = told == null ? "not told" : told.path("outcome").asString();
        report.count(ATTACK, outcome);
        if (told == null || !outcomes.contains(outcome) || !told.toString().contains(says)) {
            report.complain(ATTACK, Judge.shown(name) + " -> " + Judge.shown(String.valueOf(told)));
        }
    }

    private void balance(int goodFiles) {
        String expected = goodFiles * GOOD_ROWS + " rows of " + goodFiles * GOOD_ROWS;
        try (Connection connection = DriverManager.getConnection(target.warehouse(), "tillstream", "tillstream");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) || ' rows of ' || count(DISTINCT invoice_no)"
                        + " FROM sales_line WHERE stock_code = 'GOODFILE'")) {
            row.next();
            if (!row.getString(1).equals(expected)) {
                report.complain(ATTACK, "of the good files' rows, the warehouse has " + row.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
