package org.simplexity.data.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A web server on this machine that serves bytes, with ranges, and may cut or refuse. */
final class FlakyServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Integer> cuts = Collections.synchronizedMap(new HashMap<>());
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private boolean honoursRanges = true;
  private int status = 200;

  FlakyServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  FlakyServer serve(String name, byte[] content) {
    files.put("/" + name, content);
    return this;
  }

  /** The next answer for this file ends after so many bytes. */
  FlakyServer cutOnce(String name, int bytes) {
    cuts.put("/" + name, bytes);
    return this;
  }

  FlakyServer withoutRanges() {
    honoursRanges = false;
    return this;
  }

  FlakyServer answering(int code) {
    status = code;
    return this;
  }

  /** The Range header of each request so far, or "none". */
  List<String> ranges() {
    return List.copyOf(ranges);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "none" : range);
    byte[] content = files.get(path);
    if (status != 200 || content == null) {
      exchange.sendResponseHeaders(status != 200 ? status : 404, -1);
    } else {
      send(exchange, path, content, honoursRanges && range != null ? start(range) : 0);
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, String path, byte[] content, int start)
      throws IOException {
    if (start >= content.length) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (start > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
    }
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
    Integer cut = cuts.remove(path);
    int end = cut == null ? content.length : cut;
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(Arrays.copyOfRange(content, start, end));
      out.flush();
    }
  }

  private static int start(String range) {
    return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }
}
