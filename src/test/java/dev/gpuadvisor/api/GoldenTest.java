package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole replies, held against what is stored in {@code src/test/resources/golden}. They are printed
 * for reading; the reply must be the same without line breaks, order and digits included.
 *
 * <p>{@code ./mvnw test -Dtest=GoldenTest -Dgolden.refresh=true} writes them anew: look at the
 * difference before you commit it.
 */
class GoldenTest {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden");
  private static final boolean REFRESH = Boolean.getBoolean("golden.refresh");

  static Stream<Golden> replies() {
    return GoldenRequests.all();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void isTheStoredReply(Golden golden) throws IOException {
    ApiResponse response = golden.ask();
    String file = golden.name() + ".json";
    if (REFRESH) {
      Files.writeString(DIRECTORY.resolve(file), Readable.print(Asking.json(response)));
    }

    assertEquals(golden.status(), response.status());
    assertEquals(compact(stored(file)), Asking.text(response));
  }

  private static String stored(String file) throws IOException {
    if (REFRESH) {
      return Files.readString(DIRECTORY.resolve(file));
    }
    try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String compact(String stored) throws IOException {
    return Asking.MAPPER.writeValueAsString(Asking.MAPPER.readTree(stored)) + "\n";
  }
}
