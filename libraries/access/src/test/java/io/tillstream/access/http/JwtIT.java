package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class JwtIT {

    private static final String ISSUER = "https://issuer.example";
    private static final String KEY = "tsk_a_b";

    private static RSAKey issuerKey;
    private static JwkSet jwkSet;
    private static SmallService service;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        issuerKey = new RSAKeyGenerator(2048).keyID("one").generate();
        jwkSet = JwkSet.serving(issuerKey);
        service = SmallService.start(
                "tillstream.access.jwt.issuer=" + ISSUER,
                "tillstream.access.jwt.audiences=tillstream",
                "tillstream.access.jwt.jwk-set-uri=" + jwkSet.uri(),
                "tillstream.access.limits.rows.per-second=100",
                "tillstream.access.keys[0].id=a",
                "tillstream.access.keys[0].hash=" + Hashes.of(KEY),
                "tillstream.access.keys[0].scopes=ingest:write");
    }

    @AfterAll
    static void stop() {
        service.close();
        jwkSet.close();
    }

    @Test
    void knowsTheBearerOfATokenAndTheHolderOfAKey() throws Exception {
        String token =
                token(claims -> claims.claim("scope", "openid ingest:write").claim("store_id", "shop-2"));
        assertThat(me(token).body()).isEqualTo("ann shop-2 [ingest:write]");
        assertThat(me(token(claims -> claims.claim("scp", List.of("ingest:write"))))
                        .body())
                .isEqualTo("ann any [ingest:write]");
        assertThat(me(KEY).body()).startsWith("a ");
    }

    @Test
    void refusesTokensThatAreNotGood() throws Exception {
        assertBad(token(claims -> claims.issuer("https://other.example")));
        assertBad(token(claims -> claims.audience("another-service")));
        assertBad(token(claims -> claims.audience((String) null)));
        assertBad(token(claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5))))));
        assertBad(token(claims -> claims.subject(null)));
        assertBad(token(claims -> claims.claim("store_id", " ")));
        assertBad(sign(new RSAKeyGenerator(2048).keyID("one").generate(), UnaryOperator.identity()));
        String unsigned = token(UnaryOperator.identity());
        assertBad(unsigned.substring(0, unsigned.lastIndexOf('.') + 1));
        assertBad("nonsense");
    }

    @Test
    void keepsTokensToTheirScopes() throws Exception {
        assertThat(me(token(UnaryOperator.identity())).statusCode()).isEqualTo(403);
        assertThat(me(token(claims -> claims.claim("scope", "query:read"))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void holdsEverySubjectToTheDefaultLimits() throws Exception {
        assertThat(rows("bob", 100)).isEqualTo(202);
        assertThat(rows("bob", 100)).isEqualTo(429);
        assertThat(rows("eve", 100)).isEqualTo(202);
    }

    @Test
    void saysThatItCannotTellWhileTheIssuerIsOut() throws Exception {
        JwkSet out = JwkSet.serving(issuerKey);
        out.close();
        try (SmallService alone = SmallService.start(
                "tillstream.access.jwt.issuer=" + ISSUER,
                "tillstream.access.jwt.audiences=tillstream",
                "tillstream.access.jwt.jwk-set-uri=" + out.uri())) {
            HttpResponse<String> response = alone.get(
                    "/me", "Authorization", "Bearer " + token(claims -> claims.claim("scope", "ingest:write")));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static void assertBad(String token) throws Exception {
        HttpResponse<String> response = me(token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
    }

    private static int rows(String subject, int count) throws Exception {
        String token = token(claims -> claims.subject(subject).claim("scope", "ingest:write"));
        return service.post("/rows?count=" + count, "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static HttpResponse<String> me(String token) throws Exception {
        return service.get("/me", "Authorization", "Bearer " + token);
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(issuerKey, change);
    }

    private static String sign(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("tillstream")
                .subject("ann")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                change.apply(claims).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
