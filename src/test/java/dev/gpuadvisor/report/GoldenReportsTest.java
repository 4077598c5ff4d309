package dev.gpuadvisor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole reports, held against what is stored in {@code src/test/resources/golden/report}.
 *
 * <p>{@code ./mvnw test -Dtest=GoldenReportsTest -Dgolden.refresh=true} writes them anew: look at
 * the difference before you commit it.
 */
class GoldenReportsTest {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden/report");
  private static final boolean REFRESH = Boolean.getBoolean("golden.refresh");

  @ParameterizedTest
  @CsvSource({
    "saving-fr.md, model=qwen2.5-14b&current=A10G&current_price_per_hour=1.00&lang=fr",
    "saving-en.md, model=qwen2.5-14b&current=A10G&current_price_per_hour=1.00",
    "one-format-fr.html, model=qwen2.5-14b&quantization=8bit&lang=fr&format=html",
    "nothing-fits-fr.md, model=llama-3.1-405b&quantization=bf16&lang=fr",
    "nothing-allowed-en.md, model=qwen2.5-14b&budget_per_hour=0.50&min_supply=high&current=A10G"
        + "&current_price_per_hour=1",
    "several-gpus-en.md, model=llama-3.1-70b&quantization=16bit&quantization=4bit&max_gpus=4"
        + "&concurrency=4&lora_rank=16",
    "fine-tuning-fr.md, model=llama-3.1-8b&task=qlora&batch=2&lang=fr",
    "fastest-fr.md, model=qwen2.5-14b&runtime=vllm&rank_by=speed&lang=fr",
    "all-providers-fr.md, model=llama-3.1-8b&provider=all&current=AMPERE_24&lang=fr",
    "hourly-prices-en.md, model=qwen2.5-14b&provider=aws-ec2&current_price_per_hour=1.50",
    "load-en.md, model=llama-3.1-8b&quantization=16bit&requests_per_second=8&input_tokens=1024"
        + "&output_tokens=256&max_seconds_per_token=60ms&provider=all",
    "load-api-fr.md, model=llama-3.1-8b&requests_per_day=20000&peak_factor=2&provider=modal"
        + "&api_usd_per_million_input=0.2&api_usd_per_million_output=0.6&lang=fr",
    "part-time-en.md, parameters=14.8b&hours_per_month=160&current=AMPERE_24"
  })
  void isTheStoredReport(String name, String query) throws IOException {
    Path file = DIRECTORY.resolve(name);
    String report = Reporting.report(query);
    if (REFRESH) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, report);
    }

    assertEquals(Files.readString(file), report);
  }
}
