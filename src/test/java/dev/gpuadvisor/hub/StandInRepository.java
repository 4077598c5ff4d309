package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A repository of the stand-in: files of any size, of which only the start is there. */
final class StandInRepository {

  static final String REVISION = "cf98f3b3bbb457ad9e2bb7baf9a0125b6b88caa8";

  /**
   * A file.
   *
   * @param start of it; the rest is zeros
   * @param bytes that it says it has
   */
  record StoredFile(byte[] start, long bytes, boolean isLarge) {}

  private final String id;
  private final Map<String, StoredFile> files = new LinkedHashMap<>();
  private String more = "";

  StandInRepository(String id) {
    this.id = id;
    small("README.md", "# A model");
  }

  StandInRepository small(String name, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    files.put(name, new StoredFile(bytes, bytes.length, false));
    return this;
  }

  StandInRepository large(String name, byte[] start, long bytes) {
    files.put(name, new StoredFile(start, bytes, true));
    return this;
  }

  /** More fields of the API's answer, each with a comma before it. */
  StandInRepository saying(String fields) {
    more = more + ", " + fields;
    return this;
  }

  String id() {
    return id;
  }

  Map<String, StoredFile> files() {
    return files;
  }

  byte[] api() {
    StringJoiner siblings = new StringJoiner(", ", "[", "]");
    files.forEach(
        (name, file) ->
            siblings.add(
                "{\"rfilename\": \"%s\", \"size\": %d, \"blobId\": \"0\"}"
                    .formatted(name, file.bytes())));
    return """
    {"_id": "66e6cf", "id": "%s", "private": false, "sha": "%s", "gated": false,
     "tags": ["transformers", "license:apache-2.0"], "createdAt": "2026-09-16T11:56:10.000Z",
     "cardData": {"license": "apache-2.0", "widget": [{"text": "hi"}]},
     "siblings": %s, "spaces": ["a/b", "c/d"]%s}\
    """
        .formatted(id, REVISION, siblings, more)
        .getBytes(UTF_8);
  }

  /** A safetensors file's start: the header of tensors {@code name dtype size size}. */
  static byte[] header(String... tensors) {
    StringJoiner json = new StringJoiner(",", "{\"__metadata__\":{\"format\":\"pt\"},", "}");
    long at = 0;
    for (String tensor : tensors) {
      String[] parts = tensor.split(" ");
      long bytes = parts[1].equals("F32") ? 4 : parts[1].equals("U8") ? 1 : 2;
      StringJoiner shape = new StringJoiner(",", "[", "]");
      for (int i = 2; i < parts.length; i++) {
        bytes *= Long.parseLong(parts[i]);
        shape.add(parts[i]);
      }
      json.add(
          "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(parts[0], parts[1], shape, at, at + bytes));
      at += bytes;
    }
    byte[] header = json.toString().getBytes(UTF_8);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < Long.BYTES; i++) {
      file.write(header.length >> Byte.SIZE * i & (i < 4 ? 0xff : 0));
    }
    file.writeBytes(header);
    return file.toByteArray();
  }
}
