#!/usr/bin/env bash
# Apache HttpClient 5.6 un-gzips answers and leaves "Content-Encoding: gzip" in them, in the classic and in the
# asynchronous client. In 5.5 the classic client took the header away, and the asynchronous one did not un-gzip.
#
# Guess before: the headers say what the body is: either both as they came, or un-gzipped and without Content-Encoding.
# Seen with 5.5.1: asynchronous, the body is gzip and the header is there; classic, plain and without the header.
# With 5.6.1: plain in both, and the header is there in both. Code that un-gzips by the header, as code for 5.5's
# asynchronous client must, fails when the answer is already there and perhaps paid for.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat >"$dir/Gzipped.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.async.methods.*;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.async.*;
import org.apache.hc.client5.http.impl.classic.*;
import org.apache.hc.core5.http.io.entity.EntityUtils;

public class Gzipped {
    public static void main(String[] args) throws Exception {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("{}".getBytes());
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, gzip.size());
            exchange.getResponseBody().write(gzip.toByteArray());
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
            client.start();
            SimpleHttpRequest request = SimpleRequestBuilder.get(url).addHeader("Accept-Encoding", "gzip").build();
            SimpleHttpResponse response = client.execute(request, null).get();
            System.out.print("async " + kind(response.getBodyBytes()) + " " + response.containsHeader("Content-Encoding"));
        }
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            HttpGet request = new HttpGet(url);
            request.addHeader("Accept-Encoding", "gzip");
            String seen = client.execute(request, response -> ", classic "
                    + kind(EntityUtils.toByteArray(response.getEntity())) + " " + response.containsHeader("Content-Encoding"));
            System.out.println(seen);
        }
        server.stop(0);
        System.exit(0);
    }

    private static String kind(byte[] body) {
        return body[0] == '{' ? "plain" : "gzip";
    }
}
JAVA

status=0
expect() {
  cat >"$dir/pom.xml" <<XML
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.httpcomponents.client5</groupId><artifactId>httpclient5</artifactId><version>$1</version></dependency>
  </dependencies>
</project>
XML
  mvn -q -B -f "$dir/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$dir/$1" >/dev/null
  local found
  found=$(java -cp "$dir/$1/*" "$dir/Gzipped.java" 2>/dev/null)
  echo "HttpClient $1: $found (expected $2)"
  [[ $found == "$2" ]] || status=1
}

expect 5.5.1 "async gzip true, classic plain false"
expect 5.6.1 "async plain true, classic plain true"
exit $status
