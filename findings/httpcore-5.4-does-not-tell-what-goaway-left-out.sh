#!/usr/bin/env bash
# Apache HttpCore does not tell a client which of its requests a GOAWAY left out. A server that is going away names the
# last stream that it has processed, and what is above it can be sent again, even a POST (RFC 9113, 6.8 and 8.7). HttpCore
# has RequestNotExecutedException for that, and fails with it only streams that the server began.
#
# Guess before: a request on stream 1, answered by GOAWAY with last stream 0 and the end of the connection, fails with
# RequestNotExecutedException.
# Seen with HttpClient 5.5.1 (HttpCore 5.3.6) and 5.6.1 (HttpCore 5.4): ConnectionClosedException, as if the server might
# have processed it. So a client that pays for what is processed cannot send it again by itself.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat >"$dir/GoingAway.java" <<'JAVA'
import java.io.*;
import java.net.*;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.async.methods.*;
import org.apache.hc.client5.http.impl.async.*;
import org.apache.hc.core5.http.ContentType;

public class GoingAway {
    static final int DATA = 0, SETTINGS = 4, GOAWAY = 7, ACK = 1, END_STREAM = 1;

    public static void main(String[] args) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(listener));
            server.setDaemon(true);
            server.start();
            try (CloseableHttpAsyncClient client = HttpAsyncClients.customHttp2().disableAutomaticRetries().build()) {
                client.start();
                SimpleHttpRequest request = SimpleRequestBuilder.post("http://127.0.0.1:" + listener.getLocalPort() + "/")
                        .setBody("{}", ContentType.APPLICATION_JSON)
                        .build();
                client.execute(request, null).get();
                System.out.println("answered");
            } catch (ExecutionException e) {
                System.out.println(e.getCause().getClass().getSimpleName());
            }
        }
        System.exit(0);
    }

    static void serve(ServerSocket listener) {
        try (Socket client = listener.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readFully(new byte[24]);
            frame(client, SETTINGS, 0, new byte[0]);
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                in.readInt();
                in.readFully(new byte[length]);
                if (type == SETTINGS && flags != ACK) {
                    frame(client, SETTINGS, ACK, new byte[0]);
                } else if (type == DATA && (flags & END_STREAM) != 0) {
                    frame(client, GOAWAY, 0, new byte[8]);
                    return;
                }
            }
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    static void frame(Socket client, int type, int flags, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) 0).putShort((short) payload.length).put((byte) type).put((byte) flags).putInt(0).put(payload);
        client.getOutputStream().write(frame.array());
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
  found=$(java -cp "$dir/$1/*" "$dir/GoingAway.java" 2>/dev/null)
  echo "HttpClient $1 with $(basename "$dir/$1"/httpcore5-h2-*.jar): $found (expected $2)"
  [[ $found == "$2" ]] || status=1
}

expect 5.5.1 ConnectionClosedException
expect 5.6.1 ConnectionClosedException
exit $status
