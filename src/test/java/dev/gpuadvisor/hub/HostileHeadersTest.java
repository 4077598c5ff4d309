package dev.gpuadvisor.hub;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.ThreadMXBean;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.ConfigModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Headers and JSON that somebody has tampered with: read or refused, in bounded memory and time.
 * {@code -Dhub.hostile=100000} tries more of them.
 */
class HostileHeadersTest {

  private static final int TRIES = Integer.getInteger("hub.hostile", 10_000);

  /** Far more than any header of some kilobytes needs, and far less than its lengths can name. */
  private static final long MOST_ALLOCATED = 16 << 20;

  private static final long[] EXTREMES = {
    -1,
    0,
    1,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Integer.MAX_VALUE,
    1L << 32,
    1L << 50,
    1L << 62,
    0xffff
  };

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Reads what it is given, or says that it cannot. */
  private interface Parser {
    void parse(byte[] bytes) throws IOException;
  }

  private enum Kind implements Parser {
    SAFETENSORS(StandInRepository.header(Repositories.TENSORS)) {
      @Override
      public void parse(byte[] bytes) throws IOException {
        SafetensorsHeader.read(new ByteArrayInputStream(bytes), 1);
      }
    },
    GGUF(GgufBytes.mistral().bytes()) {
      @Override
      public void parse(byte[] bytes) throws IOException {
        GgufHeader header = GgufHeader.read(new ByteArrayInputStream(bytes));
        Optional<ConfigFields> config = GgufConfig.of(header);
        config.ifPresent(ConfigModel::read);
      }
    },
    REPOSITORY(Repositories.qwen("org/name").api()) {
      @Override
      public void parse(byte[] bytes) throws IOException {
        try (JsonParser json = Json.parser(new ByteArrayInputStream(bytes))) {
          GgufFile.of(RepositoryInfo.read(json));
        }
      }
    },
    INDEX(
        "{\"metadata\": {\"total_size\": 29540067328}, \"weight_map\": {\"a\": \"b\"}}"
            .getBytes()) {
      @Override
      public void parse(byte[] bytes) throws IOException {
        try (JsonParser json = Json.parser(new ByteArrayInputStream(bytes))) {
          WeightIndex.totalSize(json);
        }
      }
    };

    private final byte[] sample;

    Kind(byte[] sample) {
      this.sample = sample;
    }
  }

  @Test
  void areReadOrRefused() {
    Random random = new Random(20);
    long start = System.nanoTime();
    for (int i = 0; i < TRIES; i++) {
      Kind kind = Kind.values()[i % Kind.values().length];
      byte[] bytes = tampered(kind.sample, random);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      try {
        kind.parse(bytes);
      } catch (IOException e) {
        // Refused.
      }
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      assertTrue(allocated < MOST_ALLOCATED, kind + " allocated " + allocated);
    }
    double milliseconds = (System.nanoTime() - start) / 1e6 / TRIES;
    assertTrue(milliseconds < 20, milliseconds + " ms each");
  }

  private static byte[] tampered(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(256, bytes.length) : bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
          if (at + Long.BYTES <= bytes.length) {
            buffer.putLong(at, EXTREMES[random.nextInt(EXTREMES.length)]);
          }
        }
        case 2 -> {
          byte[] digits = "99999999999999999999,-1e308[{".getBytes();
          System.arraycopy(digits, 0, bytes, at, Math.min(digits.length, bytes.length - at));
        }
        default -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      }
      if (bytes.length < 2) {
        return bytes;
      }
    }
    return bytes;
  }

  /** Lengths that a header would have to be as large as. */
  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 1 << 21, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE})
  void lengthsAreNotBelieved(long length) {
    byte[] start = new byte[64];
    ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    assertThrows(
        IOException.class, () -> SafetensorsHeader.read(new ByteArrayInputStream(start), 1));
    byte[] gguf = new GgufBytes().text("general.architecture", "llama").bytes();
    ByteBuffer.wrap(gguf).order(ByteOrder.LITTLE_ENDIAN).putLong(24, length);
    assertThrows(IOException.class, () -> GgufHeader.read(new ByteArrayInputStream(gguf)));
  }
}
