package org.simplexity.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The part of a shared library that only debuggers read: symbol table and section headers at its
 * end (System V ABI, ELF-64 object file format). Cutting it off takes a tenth of ND4J's library.
 */
final class SymbolTable {
  private static final int HEADER = 64;
  private static final int PROGRAM_HEADER = 56;
  private static final int ELF = 0x464c457f; // \x7f E L F, little-endian
  private static final int ELF_64_LITTLE_ENDIAN = 0x0102;

  private SymbolTable() {}

  /**
   * Cuts a library behind the last byte that is loaded, unless it is no 64-bit little-endian ELF
   * file.
   *
   * @return number of bytes cut
   */
  static long cut(Path library) throws IOException {
    try (FileChannel file =
        FileChannel.open(library, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long before = file.size();
      if (before < HEADER) {
        return 0;
      }
      ByteBuffer header = read(file, 0, HEADER);
      if (header.getInt(0) != ELF || header.getShort(4) != ELF_64_LITTLE_ENDIAN) {
        return 0;
      }
      long end = loadedEnd(file, header);
      file.truncate(end);
      forgetSections(file, header);
      return before - end;
    }
  }

  /** Where the last segment ends: the largest p_offset + p_filesz. */
  private static long loadedEnd(FileChannel file, ByteBuffer header) throws IOException {
    int count = header.getShort(56);
    long at = header.getLong(32);
    long end = Math.max(HEADER, at + (long) count * PROGRAM_HEADER);
    for (int i = 0; i < count; i++) {
      ByteBuffer segment = read(file, at + (long) i * PROGRAM_HEADER, PROGRAM_HEADER);
      end = Math.max(end, segment.getLong(8) + segment.getLong(32));
    }
    return end;
  }

  /** Sets e_shoff, e_shnum and e_shstrndx to none. */
  private static void forgetSections(FileChannel file, ByteBuffer header) throws IOException {
    header.putLong(40, 0).putShort(60, (short) 0).putShort(62, (short) 0);
    file.write(header.rewind(), 0);
  }

  private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("the file ends within its headers");
      }
    }
    return bytes;
  }
}
