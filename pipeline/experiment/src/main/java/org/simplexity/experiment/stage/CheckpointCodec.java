package org.simplexity.experiment.stage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;

/**
 * Checkpoints as bytes: a first line that names the format, the epoch, every value with its name
 * and type, big-endian, and the SHA-256 of all that.
 */
final class CheckpointCodec {
  private static final byte[] FORMAT =
      "simplexity checkpoint 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;

  private CheckpointCodec() {}

  static byte[] encode(Checkpoint checkpoint) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(FORMAT);
    out.writeInt(checkpoint.epoch());
    out.writeInt(checkpoint.values().size());
    for (Map.Entry<String, Object> value : checkpoint.values().entrySet()) {
      out.writeUTF(value.getKey());
      write(out, value.getValue());
    }
    out.write(sha256(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /**
   * The checkpoint in some bytes.
   *
   * @throws IOException if they are not a whole checkpoint
   */
  static Checkpoint decode(byte[] bytes) throws IOException {
    int body = bytes.length - DIGEST;
    if (body < FORMAT.length || !Arrays.equals(FORMAT, Arrays.copyOf(bytes, FORMAT.length))) {
      throw new IOException("it does not begin as a checkpoint does");
    }
    byte[] digest = Arrays.copyOfRange(bytes, body, bytes.length);
    if (!Arrays.equals(sha256(Arrays.copyOf(bytes, body)), digest)) {
      throw new IOException("its checksum is wrong: it was cut short or damaged");
    }
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, FORMAT.length, body - FORMAT.length));
    Checkpoint.Builder checkpoint = Checkpoint.at(in.readInt());
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      checkpoint.add(in.readUTF(), read(in));
    }
    return checkpoint.build();
  }

  private static void write(DataOutputStream out, Object value) throws IOException {
    if (value instanceof float[] floats) {
      byte[] bytes = new byte[Math.multiplyExact(floats.length, Float.BYTES)];
      ByteBuffer.wrap(bytes).asFloatBuffer().put(floats);
      write(out, 'f', bytes);
    } else if (value instanceof double[] doubles) {
      byte[] bytes = new byte[Math.multiplyExact(doubles.length, Double.BYTES)];
      ByteBuffer.wrap(bytes).asDoubleBuffer().put(doubles);
      write(out, 'd', bytes);
    } else if (value instanceof long[] longs) {
      byte[] bytes = new byte[Math.multiplyExact(longs.length, Long.BYTES)];
      ByteBuffer.wrap(bytes).asLongBuffer().put(longs);
      write(out, 'l', bytes);
    } else {
      write(out, 't', ((String) value).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(DataOutputStream out, char type, byte[] bytes) throws IOException {
    out.writeChar(type);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Object read(DataInputStream in) throws IOException {
    char type = in.readChar();
    byte[] bytes = in.readNBytes(in.readInt());
    return switch (type) {
      case 'f' -> floats(bytes);
      case 'd' -> doubles(bytes);
      case 'l' -> longs(bytes);
      case 't' -> new String(bytes, StandardCharsets.UTF_8);
      default -> throw new IOException("it holds a value of unknown type " + (int) type);
    };
  }

  private static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(floats);
    return floats;
  }

  private static double[] doubles(byte[] bytes) {
    double[] doubles = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(doubles);
    return doubles;
  }

  private static long[] longs(byte[] bytes) {
    long[] longs = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
    return longs;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
