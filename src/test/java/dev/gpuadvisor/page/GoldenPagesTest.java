package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the page answers to a load, held against {@code src/test/resources/golden/page}; {@code
 * -Dgolden.refresh=true} writes it anew.
 */
class GoldenPagesTest {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden/page");

  @ParameterizedTest
  @CsvSource({
    "load-en, model=llama-3.1-8b&quantization=16bit&requests_per_second=8&input_tokens=1024"
        + "&output_tokens=256",
    "load-fr, model=qwen2.5-14b&requests_per_day=5000&provider=modal&lang=fr"
        + "&api_usd_per_million_input=0.2&api_usd_per_million_output=0.6"
  })
  void isTheStoredPage(String name, String query) throws IOException {
    String html = Pages.html(query);
    String answer =
        html.substring(
            html.indexOf("</form>"), html.indexOf("<section aria-labelledby=\"offers\""));
    Path file = DIRECTORY.resolve(name + ".html");
    if (Boolean.getBoolean("golden.refresh")) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, answer);
    }

    assertEquals(Files.readString(file), answer);
  }
}
