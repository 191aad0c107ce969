package io.tillstream.localcloud.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts objects to an S3 endpoint that asks for no signature, with the bucket in the path. */
public final class HttpObjectSink implements ObjectSink {

    private static final int NOT_FOUND = 404;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI endpoint;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    public HttpObjectSink(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void put(String bucket, String key, byte[] content, Optional<String> contentEncoding)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve("/" + bucket + "/" + escaped(key)))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        contentEncoding.ifPresent(encoding -> request.header("Content-Encoding", encoding));
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("S3 answered %d to %s/%s".formatted(response.statusCode(), bucket, key));
        }
    }

    @Override
    public boolean hasBucket(String bucket) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/" + bucket))
                .timeout(TIMEOUT)
                .HEAD()
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2 && status != NOT_FOUND) {
            throw new IOException("S3 answered %d to the question for bucket %s".formatted(status, bucket));
        }
        return status != NOT_FOUND;
    }

    private static String escaped(String key) {
        return Arrays.stream(key.split("/", -1))
                .map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
