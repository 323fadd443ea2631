/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.model.SearchResult;
import java.io.InputStream;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS with trust of one's own, and HTTP/2 where the server offers it. */
class TlsTest extends WireTestSupport {

    private static final String KEY_STORE = "tls/loopback.p12";
    private static final String PASSWORD = "invented";

    @RegisterExtension
    static final WireMockExtension TLS_SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig()
                    .bindAddress("127.0.0.1")
                    .dynamicPort()
                    .dynamicHttpsPort()
                    .keystoreType("PKCS12")
                    .keystorePath(KEY_STORE)
                    .keystorePassword(PASSWORD)
                    .keyManagerPassword(PASSWORD))
            .build();

    @BeforeEach
    void serve() {
        TLS_SERVER.stubFor(post(anyUrl()).willReturn(okJson(PEOPLE_ANSWER)));
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefusedAndNothingSent() {
        Exchange exchange = call(secure("maxRetries=0"), PERSON);

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isFalse());
        assertThat(secureRequests()).isEmpty();
    }

    @Test
    void theTlsParametersOfTheEndpointSayWhomToTrust() {
        context.getRegistry().bind("trust", trust());

        Exchange exchange = call(secure("sslContextParameters=#trust"), PERSON);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isInstanceOf(SearchResult.class);
    }

    @Test
    void globalTlsParametersAreTakenOnlyWhenAskedFor() {
        context.setSSLContextParameters(trust());

        assertThat(call(secure("maxRetries=0"), PERSON).getException()).isInstanceOf(LeadIQTransportException.class);

        context.getComponent("leadiq", LeadIQComponent.class).setUseGlobalSslContextParameters(true);
        assertThat(call(secure("resultType=map"), PERSON).getException()).isNull();
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        context.getRegistry().bind("trust", trust());
        String elsewhere = secure("sslContextParameters=#trust", "maxRetries=0").replace("127.0.0.1", "127.0.0.2");

        assertThat(call(elsewhere, PERSON).getException()).isInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void theConnectionIsHttp2WhenTheServerOffersIt() {
        context.getRegistry().bind("trust", trust());

        call(secure("sslContextParameters=#trust"), PERSON);

        assertThat(secureRequests()).singleElement().satisfies(request -> {
            assertThat(request.getProtocol()).isEqualTo("HTTP/2.0");
            assertThat(request.getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
            assertThat(json(request.getBodyAsString())
                            .at("/variables/input/email")
                            .asText())
                    .isEqualTo(EMAIL);
        });
    }

    @Test
    void oneConnectionCarriesManyRequestsAtOnce() {
        context.getRegistry().bind("trust", trust());
        TLS_SERVER.stubFor(post(anyUrl()).willReturn(okJson(PEOPLE_ANSWER).withFixedDelay(200)));
        String start = route(secure("sslContextParameters=#trust", "maxConnections=1"));
        template.request(start, exchange -> exchange.getMessage().setBody(PERSON));

        List<CompletableFuture<Exchange>> exchanges = IntStream.range(0, 8)
                .mapToObj(i -> template.asyncSend(
                        start, exchange -> exchange.getMessage().setBody(PERSON)))
                .toList();

        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.get().getException())
                .isNull());
    }

    @Test
    void aServerThatHangsIsGivenUpOverHttp2AsWell() {
        context.getRegistry().bind("trust", trust());
        TLS_SERVER.stubFor(post(anyUrl()).willReturn(okJson(PEOPLE_ANSWER).withFixedDelay(3_000)));

        assertThat(call(secure("sslContextParameters=#trust", "requestTimeout=300"), PERSON)
                        .getException())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isTrue());
    }

    @Test
    void tooLargeAnAnswerOverHttp2NamesTheOptionAsWell() {
        context.getRegistry().bind("trust", trust());
        TLS_SERVER.stubFor(post(anyUrl())
                .willReturn(okJson(data("searchPeople", "{\"results\":[],\"pad\":\"" + "x".repeat(200_000) + "\"}"))
                        .withHeader("Content-Encoding", "identity")));

        assertThat(call(secure("sslContextParameters=#trust", "maxResponseSize=50000"), PERSON)
                        .getException())
                .hasMessageContaining("maxResponseSize");
    }

    @Test
    void endpointsWithTheSameTlsParametersShareOneClient() {
        context.getRegistry().bind("trust", trust());

        String check = "schemaCheck=auto";
        call(secure("sslContextParameters=#trust", check), PERSON);
        call(secure("sslContextParameters=#trust", check, "resultType=map"), PERSON);

        assertThat(secureRequests().stream()
                        .filter(request -> request.getBodyAsString().contains("__schema")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.hc",
                "org.apache.hc.client5.http.headers",
                "org.apache.hc.client5.http2.frame",
                "org.apache.hc.client5.http2.frame.payload",
                "org.apache.hc.client5.http2.flow"
            })
    void whileHttpClientLogsItSpeaksTheVersionWhoseLogHasNoKey(String logger) {
        context.getRegistry().bind("trust", trust());

        try (LogRecorder log = LogRecorder.of(logger, Level.TRACE)) {
            assertThat(call(secure("sslContextParameters=#trust"), PERSON).getException())
                    .isNull();

            assertNothingSecret(log);
        }
        assertThat(secureRequests()).map(LoggedRequest::getProtocol).containsExactly("HTTP/1.1");
    }

    @Test
    void aConnectionOfHttp2LogsNothingSecretWhenLogsAreTurnedOnLater() {
        context.getRegistry().bind("trust", trust());
        String start = route(secure("sslContextParameters=#trust"));
        template.request(start, exchange -> exchange.getMessage().setBody(PERSON));

        try (LogRecorder log = LogRecorder.of("org.apache.hc", Level.TRACE)) {
            template.request(start, exchange -> exchange.getMessage().setBody(PERSON));

            assertThat(log.texts()).isNotEmpty();
            assertNothingSecret(log);
        }
        // whether the second request finds the first one's connection free again is a matter of a moment
        assertThat(secureRequests())
                .map(LoggedRequest::getProtocol)
                .hasSize(2)
                .first()
                .isEqualTo("HTTP/2.0");
    }

    @Test
    void aTunnelThroughAProxyShowsTheProxyItsOwnCredentialsOnly() throws Exception {
        context.getRegistry().bind("trust", trust());
        try (TunnelProxy proxy = new TunnelProxy(base64("gate:invented-word"))) {
            String[] options = {
                "sslContextParameters=#trust",
                "proxyHost=127.0.0.1",
                "proxyPort=" + proxy.port(),
                "proxyUser=gate",
                "proxyPassword=RAW(invented-word)"
            };
            String start = route(secure(options));
            for (int i = 0; i < 6; i++) {
                assertThat(template.request(
                                        start, exchange -> exchange.getMessage().setBody(PERSON))
                                .getException())
                        .isNull();
            }

            // each tunnel takes a challenge and a second try; one more is opened when a call comes before the release
            assertThat(proxy.heads())
                    .as("two tunnels at most for six calls")
                    .hasSizeBetween(2, 4)
                    .allSatisfy(head ->
                            assertThat(head).startsWith("CONNECT 127.0.0.1:").doesNotContain(SECRET_KEY));
        }
        assertThat(secureRequests()).hasSize(6).allSatisfy(request -> {
            assertThat(request.getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
            assertThat(request.containsHeader("Proxy-Authorization")).isFalse();
        });
    }

    /** LeadIQ has said nothing: neither is the key wrong, nor can anything have been bought. */
    @ParameterizedTest
    @ValueSource(strings = {"407 Authentication Required", "403 Forbidden", "402 Payment Required", "502 Bad Gateway"})
    void aProxyThatRefusesTheTunnelWasNotSentTheRequest(String refusal) throws Exception {
        try (TunnelProxy proxy = new TunnelProxy("other", refusal)) {
            assertThat(call(secure("proxyHost=127.0.0.1", "proxyPort=" + proxy.port(), "maxRetries=0"), PERSON)
                            .getException())
                    .isInstanceOfSatisfying(LeadIQTransportException.class, failure -> {
                        assertThat(failure.mayHaveBeenProcessed()).isFalse();
                        assertThat(failure)
                                .hasMessageContaining(
                                        "the proxy refuses the tunnel with HTTP " + refusal.substring(0, 3));
                    });
        }
        assertThat(secureRequests()).isEmpty();
    }

    /** RFC 9113, 8.7: the server has not begun. Not even a mutation can have been acted on. */
    @Test
    void aStreamThatIsRefusedIsSentAgain() throws Exception {
        context.getRegistry().bind("trust", trust());
        try (Http2Server server =
                new Http2Server(serverTls(), 1, data("removeAllTrackedCompanies", "{\"totalRemoved\":0}"))) {
            Exchange exchange = call(
                    endpointAt(
                            "https://127.0.0.1:" + server.port() + "/graphql",
                            "graphql",
                            "query=RAW(mutation{removeAllTrackedCompanies{totalRemoved}})",
                            "sslContextParameters=#trust",
                            "retryDelay=1"),
                    null);

            assertThat(exchange.getException()).isNull();
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    private static void assertNothingSecret(LogRecorder log) {
        assertThat(log.texts())
                .noneMatch(text -> text.contains(SECRET_KEY))
                .noneMatch(text -> text.contains(PLAIN_KEY))
                .noneMatch(text -> text.contains(EMAIL));
    }

    private static List<LoggedRequest> secureRequests() {
        return TLS_SERVER.findAll(anyRequestedFor(anyUrl()));
    }

    private static String secure(String... options) {
        return endpointAt("https://127.0.0.1:" + TLS_SERVER.getHttpsPort() + "/graphql", "searchPeople", options);
    }

    private static SSLContext serverTls() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = TlsTest.class.getClassLoader().getResourceAsStream(KEY_STORE)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    private static SSLContextParameters trust() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource(KEY_STORE);
        store.setType("PKCS12");
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
