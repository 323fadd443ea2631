/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy for tunnels alone, which asks for Basic credentials and keeps what it is sent in clear. */
final class TunnelProxy implements AutoCloseable {

    private final String credentials;
    private final String refusal;
    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /** @param credentials the payload of Basic authentication that it wants */
    TunnelProxy(String credentials) throws IOException {
        this(credentials, "407 Authentication Required");
    }

    /** @param refusal the status line for everything without these credentials */
    TunnelProxy(String credentials, String refusal) throws IOException {
        this.credentials = credentials;
        this.refusal = refusal;
        threads.execute(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    threads.execute(() -> serve(client));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The requests to itself, each with its headers as one text. */
    List<String> heads() {
        return heads;
    }

    private void serve(Socket client) {
        try (client) {
            // one byte at a time: what follows the head belongs to the tunnel
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new OneByOne(client.getInputStream()), StandardCharsets.ISO_8859_1), 1);
            for (String head = head(lines); !head.isEmpty(); head = head(lines)) {
                heads.add(head);
                if (head.contains("Proxy-Authorization: Basic " + credentials)) {
                    String[] target = head.split(" ")[1].split(":");
                    tunnel(client, target[0], Integer.parseInt(target[1]));
                    return;
                }
                answer(client, refusal, "Proxy-Authenticate: Basic realm=\"invented\"\r\n");
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    private static String head(BufferedReader lines) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static void answer(Socket client, String status, String headers) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private void tunnel(Socket client, String host, int port) throws IOException {
        try (Socket server = new Socket(host, port)) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            threads.execute(() -> copy(server, client));
            copy(client, server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // one side is gone, and so is the tunnel
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private static final class OneByOne extends FilterInputStream {

        OneByOne(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(1, length));
        }
    }
}
