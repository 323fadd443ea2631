#!/usr/bin/env bash
# camel-http sends a POST a second time by itself when it is answered 503 or 429, whatever the route's error handler says.
#
# Guess before: without redeliveries a producer sends once, and what repeats by itself repeats only what is idempotent, so
# that one POST that is answered 503 is one request, and an HttpOperationFailedException with status 503.
# Seen with 4.18.2 (HttpClient 5.5.1): two POSTs a second apart, and the route gets the answer to the second one as if
# nothing had happened. The same for 429; not for 500. The reason is the default of the HttpClient below, which camel-http
# leaves on; an httpClientConfigurer with disableAutomaticRetries() switches it off. A service that fails after it has done
# its work does it twice.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat >"$dir/Twice.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;

public class Twice {
    public static void main(String[] args) throws Exception {
        StringBuilder seen = new StringBuilder();
        for (int status : new int[] {503, 429, 500}) {
            seen.append(status).append(':').append(posts(status, "")).append(' ');
        }
        System.out.println(seen + "off:" + posts(503, "?httpClientConfigurer=#off"));
        System.exit(0);
    }

    private static String posts(int status, String options) throws Exception {
        AtomicInteger posts = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(posts.incrementAndGet() == 1 ? status : 200, -1);
            exchange.close();
        });
        server.start();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            HttpClientConfigurer off = builder -> builder.disableAutomaticRetries();
            camel.getRegistry().bind("off", off);
            camel.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/order" + options;
            Exception failure = camel.createProducerTemplate()
                    .request(url, exchange -> exchange.getMessage().setBody("one order, please"))
                    .getException();
            return posts + (failure == null ? "ok" : "failed");
        } finally {
            server.stop(0);
        }
    }
}
JAVA

cat >"$dir/pom.xml" <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.camel</groupId><artifactId>camel-core</artifactId><version>4.18.2</version></dependency>
    <dependency><groupId>org.apache.camel</groupId><artifactId>camel-http</artifactId><version>4.18.2</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B -f "$dir/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory="$dir/lib" >/dev/null
expected="503:2ok 429:2ok 500:1failed off:1failed"
found=$(java -cp "$dir/lib/*" "$dir/Twice.java" 2>/dev/null)
echo "camel-http 4.18.2: $found (expected $expected)"
[[ $found == "$expected" ]]
