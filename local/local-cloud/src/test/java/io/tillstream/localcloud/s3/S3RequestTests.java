package io.tillstream.localcloud.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3RequestTests {

    @Test
    void putsTheHostsBucketIntoThePath() {
        assertThat(pathAndQuery("lake.localhost", "/a%20b", "x=1")).isEqualTo("/lake/a%20b?x=1");
        assertThat(pathAndQuery("lake.s3.localhost", "/", "")).isEqualTo("/lake/");
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "s3.localhost"})
    void leavesAPathWithItsBucketAlone(String host) {
        assertThat(pathAndQuery(host, "/lake/k", "")).isEqualTo("/lake/k");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, '', ListBuckets",
        "PUT, /lake, '', CreateBucket",
        "HEAD, /lake/, '', HeadBucket",
        "GET, /lake, list-type=2&prefix=a, ListObjectsV2",
        "POST, /lake, delete, DeleteObjects",
        "PUT, /lake/k, '', PutObject",
        "GET, /lake/a/b, '', GetObject",
        "HEAD, /lake/k, '', HeadObject",
        "POST, /lake/k, uploads, CreateMultipartUpload",
        "PUT, /lake/k, partNumber=1&uploadId=u, UploadPart",
        "POST, /lake/k, uploadId=u, CompleteMultipartUpload",
    })
    void knowsAwssNameOfTheOperation(String method, String path, String query, String operation) {
        assertThat(S3Request.of(method, "localhost", path, query).operation()).isEqualTo(operation);
    }

    private static String pathAndQuery(String host, String path, String query) {
        return S3Request.of("GET", host, path, query).pathAndQuery();
    }
}
