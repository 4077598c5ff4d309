package dev.gpuadvisor.slack;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No model, offer or language takes a message beyond what Slack accepts. */
class WholeCatalogTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final List<String> LANGUAGES = List.of(" en", " fr");

  static Stream<Model> models() {
    return CATALOG.models().all().stream().filter(model -> model.kind() == ModelKind.GENERATOR);
  }

  @ParameterizedTest
  @MethodSource("models")
  void recommendationsAreWithinLimits(Model model) {
    for (String language : LANGUAGES) {
      SlackLimits.check(Slack.answer(model.id() + language));
      SlackLimits.check(
          Slack.answer(
              model.id() + " 16bit 8bit 4bit provider=all gpus=8 vs g5.xlarge" + language));
      SlackLimits.check(
          Slack.answer(
              model.huggingFaceId()
                  + " 16bit 8bit 4bit gpus=16 lora=512 users=100 ctx=1m hours=33.33"
                  + " vs RTX_PRO_6000_MAXQ@123456.123456 foo bar=1 baz"
                  + language));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void comparisonsAreWithinLimits(Model model) {
    String offers = CATALOG.offers().all().stream().map(Offer::id).collect(Collectors.joining(" "));
    for (String language : LANGUAGES) {
      SlackLimits.check(
          Slack.answer("compare " + offers + " for " + model.id() + " gpus=8" + language));
    }
  }

  @Test
  void listsAreWithinLimits() {
    for (String language : LANGUAGES) {
      SlackLimits.check(Slack.answer("offers" + language));
      SlackLimits.check(Slack.answer("offers provider=all" + language));
      SlackLimits.check(Slack.answer("models" + language));
      SlackLimits.check(Slack.answer("models no-such-model" + language));
      SlackLimits.check(Slack.answer("help" + language));
    }
  }
}
