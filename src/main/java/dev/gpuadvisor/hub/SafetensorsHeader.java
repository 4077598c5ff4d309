package dev.gpuadvisor.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The header of a safetensors file: its length in 8 bytes, and a JSON object with the type, the
 * shape and the place of each tensor. No length that it names is believed before it is checked, and
 * nothing is kept of a tensor but what it adds to a sum.
 */
final class SafetensorsHeader {

  /** Of files of a few thousand tensors; larger headers are those of larger files, in parts. */
  static final int MOST_BYTES = 1 << 20;

  private static final long LARGEST = 1L << 50;
  private static final int MOST_DIMENSIONS = 16;

  private final int layers;
  private long bytes;
  private long loadedBytes;
  private long loadedValues;

  private SafetensorsHeader(int layers) {
    this.layers = layers;
  }

  /**
   * @param in the file from its start, or as much of it as there is
   * @param layers of the model: what is numbered higher is not loaded
   * @throws IOException where it is no such header
   */
  static StoredTensors read(InputStream in, int layers) throws IOException {
    byte[] start = in.readNBytes(Long.BYTES);
    long length = 0;
    for (int i = start.length - 1; i >= 0; i--) {
      length = length << Byte.SIZE | start[i] & 0xff;
    }
    if (start.length < Long.BYTES || length < 2 || length > MOST_BYTES) {
      throw new IOException("Not the length of a header");
    }
    byte[] header = in.readNBytes((int) length); // grows with what comes, up to the bound
    if (header.length < length) {
      throw new IOException("A header that is cut off");
    }
    SafetensorsHeader read = new SafetensorsHeader(layers);
    try (JsonParser json = Json.parser(header)) {
      read.readAll(json);
    }
    return new StoredTensors(read.bytes, read.loadedBytes, read.loadedValues);
  }

  private void readAll(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("Not an object");
    }
    for (String name; (name = json.nextFieldName()) != null; ) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("Not a tensor");
      }
      if (name.equals("__metadata__")) {
        json.skipChildren();
      } else {
        readTensor(name, json);
      }
    }
  }

  private void readTensor(String name, JsonParser json) throws IOException {
    long size = -1;
    long values = -1;
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      if (field.equals("data_offsets")) {
        long[] offsets = numbers(json);
        size = offsets.length == 2 ? offsets[1] - offsets[0] : -1;
      } else if (field.equals("shape")) {
        values = product(numbers(json));
      } else {
        json.skipChildren();
      }
    }
    if (size < 0 || values < 0 || bytes + size > LARGEST) {
      throw new IOException("A tensor of a size that none has");
    }
    bytes += size;
    if (TensorName.of(name).isLoaded(layers)) {
      loadedBytes += size;
      loadedValues = Math.min(LARGEST, loadedValues + values);
    }
  }

  private static long[] numbers(JsonParser json) throws IOException {
    long[] numbers = new long[MOST_DIMENSIONS];
    int count = 0;
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new IOException("Not a list");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean whole =
          json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getTextLength() < 17;
      if (!whole || count == MOST_DIMENSIONS || json.getText().startsWith("-")) {
        throw new IOException("Not a size");
      }
      numbers[count++] = Long.parseLong(json.getText());
    }
    return Arrays.copyOf(numbers, count);
  }

  private static long product(long[] sizes) throws IOException {
    long product = 1;
    for (long size : sizes) {
      if (size != 0 && product > LARGEST / size) {
        throw new IOException("A tensor of a size that none has");
      }
      product *= size;
    }
    return product;
  }
}
