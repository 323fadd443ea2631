/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** As much of HTTP/2 (RFC 9113) as it takes to refuse requests before they are processed, and to answer the others. */
final class Http2Server implements AutoCloseable {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int REFUSED_STREAM = 7;
    private static final int PREFACE = 24;
    /** Of the static table of HPACK (RFC 7541, A). */
    private static final int STATUS_200 = 0x88;

    private static final int CONTENT_TYPE = 31;

    private final SSLServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final int refusals;
    private final String json;

    /** @param refusals how many requests are refused before the first is answered */
    Http2Server(SSLContext tls, int refusals, String json) throws IOException {
        this.refusals = refusals;
        this.json = json;
        listener = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        listener.setSSLParameters(parameters);
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

    /** Requests that came whole. */
    int requests() {
        return requests.get();
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readFully(new byte[PREFACE]);
            frame(out, SETTINGS, 0, 0, new byte[0]);
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                in.readFully(new byte[length]);
                if (type == SETTINGS && flags != ACK) {
                    frame(out, SETTINGS, ACK, 0, new byte[0]);
                } else if (type == DATA && (flags & END_STREAM) != 0) {
                    if (requests.incrementAndGet() <= refusals) {
                        frame(out, RST_STREAM, 0, stream, number(REFUSED_STREAM));
                    } else {
                        answer(out, stream);
                    }
                }
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    private void answer(OutputStream out, int stream) throws IOException {
        byte[] type = "application/json".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        headers.write(STATUS_200);
        // a literal without indexing whose name is in the static table: the index has four bits, and goes on after them
        headers.write(0x0f);
        headers.write(CONTENT_TYPE - 0x0f);
        headers.write(type.length);
        headers.write(type);
        frame(out, HEADERS, END_HEADERS, stream, headers.toByteArray());
        frame(out, DATA, END_STREAM, stream, json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        synchronized (out) {
            out.write(frame.array());
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
