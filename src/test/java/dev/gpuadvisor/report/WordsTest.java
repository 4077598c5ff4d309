package dev.gpuadvisor.report;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gpuadvisor.advice.RankBy;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a report may have to say of something that no other test happens to meet. */
class WordsTest {

  static Stream<String> keys() {
    return Stream.of(
            names("report.verdict.", Verdict.values()),
            names("report.fit.", Fit.values()),
            names("supply.", Supply.values()),
            names("report.ranked_by_", RankBy.values()).filter(key -> !key.endsWith("_price")),
            BundledCatalog.catalog().quantizations().all().stream()
                .map(Quantization::quality)
                .map(quality -> "quality." + quality))
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void thereIsAWordFor(String key) {
    for (Language language : Language.values()) {
      assertFalse(Texts.in(language).write(Message.of(key)).isBlank());
    }
  }

  private static Stream<String> names(String prefix, Enum<?>[] constants) {
    return Stream.of(constants).map(each -> prefix + each.name().toLowerCase(Locale.ROOT));
  }
}
